package io.ledgerline.report.vendor.smarter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerline.report.ledger.DailySum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One adding up of charges.
 *
 * @param id its identity
 * @param askedBy who wanted it; {@link #HOURLY} when nobody did
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param after up to which watermark charges were added up before
 * @param watermark up to which they are now
 * @param groups how many groups of charges were looked at
 * @param changed how many records are new or say something else now
 * @param failed how many groups could not be added up; the others were
 * @param failures the first of them
 */
public record Aggregation(
    UUID id,
    String askedBy,
    Instant startedAt,
    Instant finishedAt,
    long after,
    long watermark,
    long groups,
    long changed,
    long failed,
    List<Failure> failures) {
  /** Asked for by the clock. */
  public static final String HOURLY = "hourly";

  /** So many failures are kept. */
  public static final int MOST_FAILURES = 1000;

  /** Copies. */
  public Aggregation {
    failures = List.copyOf(failures);
  }

  /**
   * A group of charges that could not be added up.
   *
   * @param account account at the source
   * @param provider null when it has none, like the next
   * @param chargeType what was called
   * @param date calendar day in UTC
   * @param charges how many
   * @param field which part of it is at fault
   * @param code why, stable
   * @param detail why, for a person
   */
  public record Failure(
      String account,
      String provider,
      @JsonProperty("charge_type") String chargeType,
      LocalDate date,
      long charges,
      String field,
      String code,
      String detail) {
    /** The failure of a sum. */
    public static Failure of(DailySum sum, String field, String code, String detail) {
      return new Failure(
          sum.sourceAccount(),
          sum.provider(),
          sum.operation(),
          sum.day(),
          sum.events(),
          field,
          code,
          detail);
    }
  }
}
