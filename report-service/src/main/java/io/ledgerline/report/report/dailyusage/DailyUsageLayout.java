package io.ledgerline.report.report.dailyusage;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rating.RatedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How the daily usage report looks: the AWS sample's header, order and file name, charges as plain
 * decimals without exponent.
 *
 * <p>A row is written for usage that costs something, and for usage that has no price: its charge
 * is left empty when nothing of it could be rated, and is the rated part otherwise; either way the
 * run counts it as unrated. No row is written for failed calls, for calls that used nothing and for
 * calls that are free. Usage at a price that adds up always has a row, so that which row is which
 * does not depend on sums: its charge may be 0, where a block is begun already, and below 0, where
 * a volume price gives back. Usage that is not a model's is not this report's business.
 */
public final class DailyUsageLayout {
  /** The first line, without its line feed. */
  public static final List<String> HEADER =
      List.of(
          "Account_ID",
          "Identity_ARN",
          "Model_ID",
          "Region_Name",
          "Input_token_count",
          "Output_token_count",
          "Image_count",
          "Charges_incurred");

  private static final String FILE_NAME = "AmazonBedrock_Charges_last_24hr_each_Model_%013d.csv";

  private static final Set<MeterName> MODEL_METERS =
      Set.of(
          MeterName.INPUT_TOKENS,
          MeterName.OUTPUT_TOKENS,
          MeterName.CACHE_READ_TOKENS,
          MeterName.CACHE_WRITE_TOKENS,
          MeterName.IMAGES);

  private DailyUsageLayout() {}

  /** The file's name: the run's start in milliseconds since the epoch, 13 digits. */
  public static String fileName(Instant runStartedAt) {
    return FILE_NAME.formatted(runStartedAt.toEpochMilli());
  }

  /** The header line. */
  public static String header() {
    return Csv.row(HEADER);
  }

  /** Whether the event is a model's usage: it names a model, or uses a model's meters. */
  public static boolean concerns(LedgerLine line) {
    return line.model() != null
        || line.quantities().byMeter().keySet().stream().anyMatch(MODEL_METERS::contains);
  }

  /** Whether a meter is one of models' usage. */
  static boolean isOfModels(String meter) {
    return MODEL_METERS.stream().anyMatch(one -> one.value().equals(meter));
  }

  /** The cells of the event's row, if it has one. */
  public static Optional<List<String>> row(LedgerLine line, RatedEvent rated) {
    return row(line, rated, DailyUsageLayout::charge);
  }

  /** The cells of the event's row, if it has one, with its charge in another form. */
  static Optional<List<String>> row(
      LedgerLine line, RatedEvent rated, Function<RatedEvent, String> charge) {
    if (rated.cost().amount().signum() == 0 && !rated.isUnrated() && !rated.addsUp()) {
      return Optional.empty();
    }
    return Optional.of(
        List.of(
            line.sourceAccount(),
            text(line.principal()),
            text(line.model()),
            text(line.region()),
            count(line, MeterName.INPUT_TOKENS),
            count(line, MeterName.OUTPUT_TOKENS),
            count(line, MeterName.IMAGES),
            charge.apply(rated)));
  }

  static String charge(RatedEvent rated) {
    return rated.isWhollyUnrated() ? "" : Decimals.normal(rated.cost().amount()).toPlainString();
  }

  private static String count(LedgerLine line, MeterName meter) {
    return line.quantities().of(meter).toString();
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
