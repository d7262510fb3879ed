/**
 * Usage logs out of an object store: each object once, whatever dies.
 *
 * <p>{@code Scanner} lists the configured locations and notes every object it does not know; {@code
 * InletWorkers} claim noted objects one by one; {@code ObjectImport} reads an object's lines and
 * records them in chunks. A chunk's events, its counts and the number of lines done are one
 * transaction, guarded by the claim's fencing number: after a {@code kill -9} the next attempt goes
 * on behind the last committed line, and a worker that was only slow can write nothing any more.
 *
 * <p>Listing: a location is listed as a whole every time and compared with what is known page by
 * page, one statement for up to 1,000 keys. Starting behind the last known key would be cheaper and
 * wrong: keys of another account or region, and late files of an earlier hour, sort before it. For
 * a bucket of 100,000 objects a scan is 100 list calls; a lifecycle rule that removes old logs, or
 * a longer {@code poll-interval}, keeps that small.
 */
package io.ledgerline.ingest.inlet.s3;
