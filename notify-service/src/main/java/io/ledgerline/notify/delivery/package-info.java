/**
 * Deliveries: one report to one target, a state machine in the database.
 *
 * <p>{@code intake} makes them from messages, {@code work} attempts them, {@code rest} shows them;
 * {@code core} holds the rules and {@code store} the tables.
 */
package io.ledgerline.notify.delivery;
