/**
 * Shakes a whole suite and counts: {@code ./ledgerline chaos} and the failure tests of the build.
 *
 * <p>{@link io.ledgerline.system.chaos.load} is what is sent and what must come of it, pure and
 * seeded; {@link io.ledgerline.system.chaos.suite} reaches and signals a running suite; {@link
 * io.ledgerline.system.chaos.kill} strikes it at random, {@link
 * io.ledgerline.system.chaos.scenario} in ways of its own; {@link io.ledgerline.system.chaos.check}
 * counts independently of the services' code. {@link io.ledgerline.system.chaos.Trial} holds one
 * suite and all that was sent to it.
 */
package io.ledgerline.system.chaos;
