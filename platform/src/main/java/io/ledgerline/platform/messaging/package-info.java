/** Records to and from Kafka: codec, sender, dead letters. */
package io.ledgerline.platform.messaging;
