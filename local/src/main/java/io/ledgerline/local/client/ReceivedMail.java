package io.ledgerline.local.client;

import java.util.List;

/**
 * A message as its reader sees it.
 *
 * @param subject its subject, decoded
 * @param from who sent it
 * @param to whom it is addressed to
 * @param text its first text part, or empty
 * @param attachments its attachments in order
 */
public record ReceivedMail(
    String subject, String from, List<String> to, String text, List<Attachment> attachments) {
  /**
   * An attached file.
   *
   * @param name its file name
   * @param mediaType its type without parameters, in lower case
   * @param bytes its content, decoded; not copied
   */
  public record Attachment(String name, String mediaType, byte[] bytes) {}
}
