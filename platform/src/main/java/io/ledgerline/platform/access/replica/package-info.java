/** A copy of the API keys in the service's own database, filled from Kafka. */
package io.ledgerline.platform.access.replica;
