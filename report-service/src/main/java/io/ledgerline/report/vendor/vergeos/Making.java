package io.ledgerline.report.vendor.vergeos;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * The making of one record: from the end of the one before up to now, or up to the hour.
 *
 * @param key the record's number
 * @param created in seconds since 1970
 * @param from the end of the record before
 * @param to the end of its span
 * @param origin what makes it
 * @param by who makes it
 */
public record Making(long key, long created, long from, long to, Origin origin, String by) {
  /** How far the first record of a tenant looks back, in seconds. */
  public static final long FIRST_SPAN = 3_600;

  /**
   * The first whole second that is not before an instant, so that what is made in answer to a call
   * is not older than the call.
   */
  public static long secondOf(Instant instant) {
    return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
  }

  /** The record that what was sampled makes. */
  public BillingRecord of(Measures measures) {
    Map<RecordField, Long> numbers = new EnumMap<>(RecordField.class);
    numbers.putAll(measures.numbers());
    numbers.put(RecordField.KEY, key);
    numbers.put(RecordField.CREATED, created);
    numbers.put(RecordField.FROM, from);
    numbers.put(RecordField.TO, to);
    String description = origin.description() + (measures.isEmpty() ? " (no samples)" : "");
    return new BillingRecord(numbers, description, origin, by);
  }
}
