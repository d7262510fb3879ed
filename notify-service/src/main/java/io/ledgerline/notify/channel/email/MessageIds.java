package io.ledgerline.notify.channel.email;

import java.util.UUID;

/** Message-IDs that follow from the delivery, so that a mailbox can tell a repeat. */
final class MessageIds {
  private static final String FALLBACK_DOMAIN = "ledgerline.local";

  private MessageIds() {}

  /**
   * The Message-ID of a delivery.
   *
   * @param from the sender, such as {@code a@b} or {@code Name <a@b>}
   */
  static String of(UUID deliveryId, String from) {
    return "<" + deliveryId + "@" + domainOf(from) + ">";
  }

  private static String domainOf(String from) {
    String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[>\\s].*", "");
    return from.contains("@") && domain.matches("[A-Za-z0-9.-]+") ? domain : FALLBACK_DOMAIN;
  }
}
