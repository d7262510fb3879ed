package io.ledgerline.report.vendor.dynamoguard;

import io.ledgerline.report.ledger.LedgerLine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * What a line of the report is of.
 *
 * @param day in UTC
 * @param endpoint {@code analyze} or {@code chat}
 * @param model the model's id; null when unknown
 * @param user who called, or with which key; null when unknown
 */
record TokenKey(LocalDate day, String endpoint, String model, String user)
    implements Comparable<TokenKey> {
  private static final Set<String> ENDPOINTS = Set.of("analyze", "chat");
  private static final String PROVIDER = "dynamo";
  private static final Comparator<String> TEXT =
      Comparator.nullsFirst(Comparator.<String>naturalOrder());
  private static final Comparator<TokenKey> ORDER =
      Comparator.comparing(TokenKey::day)
          .thenComparing(TokenKey::endpoint)
          .thenComparing(TokenKey::model, TEXT)
          .thenComparing(TokenKey::user, TEXT);

  /** Of events that are not billed; behind all that are. */
  static final TokenKey NOT_BILLED = new TokenKey(LocalDate.MAX, "", null, null);

  TokenKey {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(endpoint, "endpoint");
  }

  /**
   * The line of an event; {@link #NOT_BILLED} when it passed through no endpoint that is billed.
   */
  static TokenKey of(LedgerLine event) {
    return isBilled(event)
        ? new TokenKey(
            event.time().atOffset(ZoneOffset.UTC).toLocalDate(),
            lower(event.operation()),
            event.model(),
            event.principal())
        : NOT_BILLED;
  }

  /** Other providers have chats too. */
  private static boolean isBilled(LedgerLine event) {
    return event.operation() != null
        && ENDPOINTS.contains(lower(event.operation()))
        && (event.provider() == null || lower(event.provider()).startsWith(PROVIDER));
  }

  @Override
  public int compareTo(TokenKey other) {
    return ORDER.compare(this, other);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
