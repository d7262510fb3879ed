package io.ledgerline.system.chaos.check;

import io.ledgerline.system.chaos.load.ChaosEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The lines of the report {@code daily-usage} as they must be, computed from the events alone with
 * prices written down here once more. Pure.
 */
public final class DailyUsageLines {
  /** In and out, USD per 1000 tokens, of the price list that a new installation has. */
  private static final Map<String, Price> PRICES =
      Map.of(
          "anthropic.claude-v2", new Price("0.008", "0.024"),
          "anthropic.claude-3-haiku-20240307-v1:0", new Price("0.00025", "0.00125"),
          "meta.llama3-70b-instruct-v1:0", new Price("0.00265", "0.0035"));

  private static final int THOUSAND = 3;

  private DailyUsageLines() {}

  /** The lines of one UTC day, without the header, in the report's order. */
  public static List<String> of(Stream<ChaosEvent> events, LocalDate day) {
    return events
        .filter(event -> event.model() != null)
        .filter(event -> day.equals(LocalDate.ofInstant(event.time(), ZoneOffset.UTC)))
        .sorted(
            Comparator.comparing(ChaosEvent::time)
                .thenComparing(ChaosEvent::source)
                .thenComparing(ChaosEvent::id))
        .map(DailyUsageLines::line)
        .toList();
  }

  private static String line(ChaosEvent event) {
    BigDecimal in = event.quantities().get("input_tokens");
    BigDecimal out = event.quantities().get("output_tokens");
    BigDecimal charge = PRICES.get(event.model()).of(in, out);
    return String.join(
        ",",
        event.account(),
        event.principal() == null ? "" : event.principal(),
        event.model(),
        event.region(),
        plain(in),
        plain(out),
        "0",
        plain(charge));
  }

  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }

  private record Price(BigDecimal in, BigDecimal out) {
    Price(String in, String out) {
      this(new BigDecimal(in), new BigDecimal(out));
    }

    BigDecimal of(BigDecimal input, BigDecimal output) {
      return input.multiply(in).add(output.multiply(out)).movePointLeft(THOUSAND);
    }
  }
}
