package io.ledgerline.platform.messaging;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the codec injectable. */
@Singleton
class MessageCodecProducer {
  @Produces
  @Singleton
  MessageCodec codec() {
    return MessageCodec.create();
  }
}
