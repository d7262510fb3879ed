package io.ledgerline.report.report.billing;

import io.ledgerline.report.ledger.LedgerLine;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;

/**
 * What a line of the report is of.
 *
 * @param day a calendar day of the period's zone
 * @param endpoint what was called; null when unknown, like the next three
 * @param provider who offers the model
 * @param model as the source said it
 * @param principal who did it, by name
 */
record BillingKey(LocalDate day, String endpoint, String provider, String model, String principal)
    implements Comparable<BillingKey> {
  private static final Comparator<String> TEXT =
      Comparator.nullsFirst(Comparator.<String>naturalOrder());
  private static final Comparator<BillingKey> ORDER =
      Comparator.comparing(BillingKey::day)
          .thenComparing(BillingKey::endpoint, TEXT)
          .thenComparing(BillingKey::provider, TEXT)
          .thenComparing(BillingKey::model, TEXT)
          .thenComparing(BillingKey::principal, TEXT);

  BillingKey {
    Objects.requireNonNull(day, "day");
  }

  static BillingKey of(LedgerLine event, ZoneId zone) {
    return new BillingKey(
        event.time().atZone(zone).toLocalDate(),
        event.operation(),
        event.provider(),
        event.model(),
        event.principal());
  }

  @Override
  public int compareTo(BillingKey other) {
    return ORDER.compare(this, other);
  }
}
