package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.contracts.Decimals;
import io.ledgerline.ingest.ledger.scan.CopyRow;
import io.ledgerline.ingest.ledger.scan.Shape;
import io.ledgerline.ingest.ledger.scan.Shapes;
import io.ledgerline.ingest.ledger.scan.Tally;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a span adds up to by hour and source account. For one thread. */
final class HourTable {
  private static final long HOUR = 3600;

  /** Seconds from 1970 to 2000, which is where PostgreSQL counts from. */
  private static final long SECONDS_TO_2000 = 946_684_800L;

  private static final long MICROS = 1_000_000L;

  private record Key(long hour, String account) {}

  private static final class Sides {
    private final SortedMap<String, BigDecimal> accepted = new TreeMap<>();
    private final Tally unpublished = new Tally();
    private final Tally published = new Tally();
    private long acceptedEvents;
  }

  private final Span span;
  private final SortedMap<Key, Sides> hours =
      new TreeMap<>(Comparator.comparingLong(Key::hour).thenComparing(Key::account));
  private Key last = new Key(Long.MIN_VALUE, "");
  private Sides lastSides;

  /** An empty table; only quarter hours and rows inside of {@code span} are to be added. */
  HourTable(Span span) {
    this.span = span;
  }

  /** Adds a batch's {@code accepted}, as far as it lies in the span. */
  void accepted(JsonNode quarters) {
    quarters
        .properties()
        .forEach(
            quarter -> {
              long start = Long.parseLong(quarter.getKey());
              if (start >= span.from().getEpochSecond() && start < span.to().getEpochSecond()) {
                quarter
                    .getValue()
                    .properties()
                    .forEach(account -> accepted(start, account.getKey(), account.getValue()));
              }
            });
  }

  private void accepted(long quarter, String account, JsonNode sums) {
    Sides sides = sides(Math.floorDiv(quarter, HOUR), account);
    sides.acceptedEvents += sums.path("events").asLong();
    for (Map.Entry<String, JsonNode> sum : sums.path("quantities").properties()) {
      sides.accepted.merge(sum.getKey(), new BigDecimal(sum.getValue().asText()), BigDecimal::add);
    }
  }

  /**
   * Adds a row.
   *
   * @param micros its charge time as PostgreSQL counts it
   * @param column where its quantities stand
   */
  void row(long micros, Shape shape, boolean published, CopyRow row, int column) {
    long hour = Math.floorDiv(Math.floorDiv(micros, MICROS) + SECONDS_TO_2000, HOUR);
    Sides sides = sides(hour, shape.sourceAccount());
    (published ? sides.published : sides.unpublished).add(shape, row, column);
  }

  private Sides sides(long hour, String account) {
    if (last.hour() != hour || !last.account().equals(account)) {
      last = new Key(hour, account);
      lastSides = hours.computeIfAbsent(last, key -> new Sides());
    }
    return lastSides;
  }

  /** All lines in order; of hours whose rows are archived the ledger has what was accepted. */
  List<HourLine> lines(Shapes shapes, ArchivedMonths archived) {
    List<HourLine> lines = new ArrayList<>();
    hours.forEach(
        (key, sides) -> {
          Instant hour = Instant.ofEpochSecond(key.hour() * HOUR);
          if (archived.holds(hour)) {
            archived(hour, key, sides, lines);
            return;
          }
          Tally all = new Tally();
          all.add(sides.published);
          all.add(sides.unpublished);
          lines.add(
              new HourLine(
                  hour,
                  key.account(),
                  null,
                  Long.toString(sides.acceptedEvents),
                  Long.toString(all.events()),
                  Long.toString(sides.published.events()),
                  null));
          SortedMap<String, BigDecimal> inLedger = all.byMeter(shapes::meter);
          SortedMap<String, BigDecimal> published = sides.published.byMeter(shapes::meter);
          TreeSet<String> meters = new TreeSet<>(sides.accepted.keySet());
          meters.addAll(inLedger.keySet());
          for (String meter : meters) {
            lines.add(
                new HourLine(
                    hour,
                    key.account(),
                    meter,
                    text(sides.accepted.get(meter)),
                    text(inLedger.get(meter)),
                    text(published.get(meter)),
                    null));
          }
        });
    return lines;
  }

  private static void archived(Instant hour, Key key, Sides sides, List<HourLine> lines) {
    String events = Long.toString(sides.acceptedEvents);
    lines.add(new HourLine(hour, key.account(), null, events, events, events, true));
    sides.accepted.forEach(
        (meter, sum) -> {
          String text = text(sum);
          lines.add(new HourLine(hour, key.account(), meter, text, text, text, true));
        });
  }

  private static String text(BigDecimal sum) {
    return sum == null ? "0" : Decimals.normal(sum).toPlainString();
  }
}
