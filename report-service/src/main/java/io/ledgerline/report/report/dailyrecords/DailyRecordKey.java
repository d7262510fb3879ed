package io.ledgerline.report.report.dailyrecords;

import io.ledgerline.contracts.charge.ChargeType;
import io.ledgerline.report.ledger.DailySum;
import io.ledgerline.report.ledger.LedgerLine;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;

/**
 * What a row is of.
 *
 * @param day a calendar day of the period's zone
 * @param account the source account
 * @param user who did it, by name; null when unknown, like the next two
 * @param provider who offers the model
 * @param chargeType what was called; null for all of the others, see {@link #isRepeated}
 */
public record DailyRecordKey(
    LocalDate day, String account, String user, String provider, String chargeType)
    implements Comparable<DailyRecordKey> {
  private static final Comparator<String> TEXT =
      Comparator.nullsFirst(Comparator.<String>naturalOrder());
  private static final Comparator<DailyRecordKey> ORDER =
      Comparator.comparing(DailyRecordKey::day)
          .thenComparing(DailyRecordKey::account, TEXT)
          .thenComparing(DailyRecordKey::user, TEXT)
          .thenComparing(DailyRecordKey::provider, TEXT)
          .thenComparing(DailyRecordKey::chargeType, TEXT);

  /** Checks that there is a day. */
  public DailyRecordKey {
    Objects.requireNonNull(day, "day");
  }

  static DailyRecordKey of(LedgerLine event, ZoneId zone) {
    return new DailyRecordKey(
        event.time().atZone(zone).toLocalDate(),
        event.sourceAccount(),
        event.principal(),
        event.provider(),
        event.operation());
  }

  /** What a day's sum in UTC is of. */
  public static DailyRecordKey of(DailySum sum) {
    return new DailyRecordKey(
        sum.day(), sum.sourceAccount(), sum.principal(), sum.provider(), sum.operation());
  }

  /** Whether its tokens are counted by another row already. */
  public boolean isRepeated() {
    return ChargeType.of(chargeType).filter(ChargeType::repeatsTokens).isPresent();
  }

  /** The same whatever the charge type. */
  DailyRecordKey ofAllTypes() {
    return new DailyRecordKey(day, account, user, provider, null);
  }

  @Override
  public int compareTo(DailyRecordKey other) {
    return ORDER.compare(this, other);
  }
}
