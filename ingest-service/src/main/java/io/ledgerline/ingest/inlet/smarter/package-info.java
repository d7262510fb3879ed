/**
 * Charges in Smarter's form: one call of a model, a tool or a plugin each. A charge becomes a usage
 * event of the source {@code smarter}; its type is the event's operation.
 */
package io.ledgerline.ingest.inlet.smarter;
