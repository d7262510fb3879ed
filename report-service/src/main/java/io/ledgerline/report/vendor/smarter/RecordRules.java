package io.ledgerline.report.vendor.smarter;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.charge.AccountNumber;
import io.ledgerline.contracts.charge.ChargeTokens;
import io.ledgerline.contracts.charge.ChargeType;
import io.ledgerline.report.ledger.DailySum;
import io.ledgerline.report.report.dailyrecords.DailyRecordKey;
import io.ledgerline.report.report.dailyrecords.DailyTokens;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What a record may say. Every fault names the field as Smarter names it. */
public final class RecordRules {
  /** Longest user, an e-mail address. */
  public static final int MAX_USER = 254;

  private static final int MAX_TEXT = 255;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2199;

  private RecordRules() {}

  /**
   * A group of charges that can be a record.
   *
   * @param key what the record is of
   * @param tokens what the charges come to
   * @param charges how many
   */
  public record Group(DailyRecordKey key, ChargeTokens tokens, long charges) {}

  /** What a record is of. */
  public static DailyRecordKey key(DailyRecordKey stated) {
    AccountNumber account = AccountNumber.given("account", stated.account());
    return new DailyRecordKey(
        day("date", stated.day()),
        account.value(),
        Texts.required("user", stated.user(), MAX_USER),
        Texts.required("provider", stated.provider(), MAX_TEXT),
        ChargeType.required("charge_type", stated.chargeType()).code());
  }

  /** What the ledger says of a group of charges. */
  public static Group group(DailySum sum) {
    DailyTokens tokens = DailyTokens.of(sum.quantities());
    return new Group(
        key(DailyRecordKey.of(sum)),
        new ChargeTokens(
            count("prompt_tokens", tokens.prompt()),
            count("completion_tokens", tokens.completion())),
        sum.events());
  }

  /** A day that a record may be of. */
  public static LocalDate day(String field, LocalDate day) {
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw new InvalidValueException(
          field, "range", "'" + field + "' lies from " + FIRST_YEAR + " to " + LAST_YEAR + ".");
    }
    return day;
  }

  private static long count(String field, BigDecimal sum) {
    try {
      return sum.longValueExact();
    } catch (ArithmeticException e) {
      throw new InvalidValueException(
          field, "not-a-count", "The '" + field + "' of the charges are no whole number in range.");
    }
  }
}
