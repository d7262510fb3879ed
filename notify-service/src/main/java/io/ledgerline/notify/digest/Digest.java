package io.ledgerline.notify.digest;

/**
 * What a mail says.
 *
 * @param subject one line
 * @param text plain text, without a line break at its end
 * @param html the same for readers of HTML; null when the kind is text only
 */
public record Digest(String subject, String text, String html) {}
