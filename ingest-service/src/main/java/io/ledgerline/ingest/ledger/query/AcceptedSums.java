package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.contracts.Decimals;
import io.ledgerline.ingest.ledger.scan.Shapes;
import io.ledgerline.ingest.ledger.scan.Tally;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of what was accepted or counted. For one thread. */
final class AcceptedSums {
  private final SortedMap<String, BigDecimal> quantities = new TreeMap<>();
  private long events;
  private boolean any;

  /** Adds the quarter hours of a batch's {@code accepted} that begin in the span. */
  void add(JsonNode quarters, Span span) {
    for (Map.Entry<String, JsonNode> quarter : quarters.properties()) {
      long start = Long.parseLong(quarter.getKey());
      if (start >= span.from().getEpochSecond() && start < span.to().getEpochSecond()) {
        for (Map.Entry<String, JsonNode> account : quarter.getValue().properties()) {
          add(account.getValue());
        }
      }
    }
  }

  private void add(JsonNode sums) {
    any = true;
    events += sums.path("events").asLong();
    for (Map.Entry<String, JsonNode> sum : sums.path("quantities").properties()) {
      quantities.merge(sum.getKey(), new BigDecimal(sum.getValue().asText()), BigDecimal::add);
    }
  }

  /** Adds what was counted from rows. */
  void add(Tally tally, Shapes shapes) {
    any |= tally.rows() > 0;
    events += tally.events();
    tally
        .byMeter(shapes::meter)
        .forEach((meter, sum) -> quantities.merge(meter, sum, BigDecimal::add));
  }

  /** Adds others. */
  void add(AcceptedSums other) {
    any |= other.any;
    events += other.events;
    other.quantities.forEach((meter, sum) -> quantities.merge(meter, sum, BigDecimal::add));
  }

  /** Whether nothing was added, not even what comes to nothing. */
  boolean isEmpty() {
    return !any;
  }

  /** Whether one of these meters was used. */
  boolean hasAnyOf(Collection<String> meters) {
    return meters.stream().anyMatch(quantities::containsKey);
  }

  long events() {
    return events;
  }

  /** Sums by meter as plain decimals. */
  SortedMap<String, String> texts() {
    SortedMap<String, String> texts = new TreeMap<>();
    quantities.forEach((meter, sum) -> texts.put(meter, Decimals.normal(sum).toPlainString()));
    return texts;
  }
}
