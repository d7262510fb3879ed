package io.ledgerline.report.vendor.vergeos;

import java.util.List;
import java.util.Map;

/**
 * What a record says of its span.
 *
 * @param numbers the measured fields of which something is known, and how many samples were counted
 * @param parts whose it is
 */
public record Measures(Map<RecordField, Long> numbers, List<RecordPart> parts) {
  /** Copies. */
  public Measures {
    numbers = Map.copyOf(numbers);
    parts = List.copyOf(parts);
  }

  /** Whether nothing is known of the span. */
  public boolean isEmpty() {
    return numbers.keySet().stream().noneMatch(RecordField.MEASURED::contains);
  }
}
