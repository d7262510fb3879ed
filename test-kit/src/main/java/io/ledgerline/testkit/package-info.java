/**
 * Fixtures for tests against the real parts.
 *
 * <p>{@link io.ledgerline.testkit.LedgerlineParts} wires a {@code @QuarkusTest} to them; the probes
 * look at what a service did from outside; {@link io.ledgerline.testkit.SuiteParts} takes a part
 * away and brings it back.
 */
package io.ledgerline.testkit;
