package io.ledgerline.report.vendor.vergeos;

import java.util.Map;

/**
 * What a record says of its span.
 *
 * @param numbers the measured fields of which something is known, and how many samples were counted
 */
public record Measures(Map<RecordField, Long> numbers) {
  /** Copies. */
  public Measures {
    numbers = Map.copyOf(numbers);
  }

  /** Whether nothing is known of the span. */
  public boolean isEmpty() {
    return numbers.keySet().stream().noneMatch(RecordField.MEASURED::contains);
  }
}
