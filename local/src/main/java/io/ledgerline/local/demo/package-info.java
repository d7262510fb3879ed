/**
 * The main job on real usage, done as any client would do it: over REST, S3 and IMAP only.
 *
 * <p>{@link io.ledgerline.local.demo.Trace} is the data, {@link
 * io.ledgerline.local.demo.AssignmentRule} what the data does not say, {@link
 * io.ledgerline.local.demo.LogDelivery} the log objects made of both, {@link
 * io.ledgerline.local.demo.Expected} what must come out, and {@link io.ledgerline.local.demo.Demo}
 * the job.
 */
package io.ledgerline.local.demo;
