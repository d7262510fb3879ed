package io.ledgerline.ingest.ledger.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.canon.BatchDigest;
import io.ledgerline.ingest.ledger.scan.CopyRow;
import io.ledgerline.ingest.ledger.scan.Tally;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;

/** A batch while its rows come in, and what they add up to. For one thread. */
final class CheckedBatch {
  /** Charge times come as PostgreSQL counts them. */
  static final long MICROS_TO_2000 = 946_684_800_000_000L;

  private static final long QUARTER_MICROS = 900_000_000L;
  private static final int SET_BITS = 32;
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * A row's digests.
   *
   * @param identity of tenant, source and id
   * @param body with the charge time in it
   * @param micros charge time since 1970
   * @param set its dimension set
   */
  record Entry(UUID identity, UUID body, long micros, CheckedSet set) {}

  private final Header header;
  private final Entry[] entries;
  private final Map<Long, Tally> tallies = new HashMap<>();
  private final Map<Long, CheckedSet> sets = new HashMap<>();
  private boolean odd;
  private int count;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  CheckedBatch(Header header) {
    this.header = header;
    this.entries = new Entry[Math.max(0, header.events())];
  }

  Header header() {
    return header;
  }

  Entry[] entries() {
    return entries;
  }

  /** Something about a row cannot be right; the batch will be looked at row by row. */
  void odd() {
    odd = true;
  }

  /**
   * Adds a row.
   *
   * @param column where its quantities stand
   */
  void add(int position, Entry entry, int setId, CopyRow row, int column) {
    if (position < 0 || position >= entries.length || entries[position] != null) {
      odd = true;
      return;
    }
    entries[position] = entry;
    count++;
    min = Math.min(min, entry.micros());
    max = Math.max(max, entry.micros());
    long cell = Math.floorDiv(entry.micros(), QUARTER_MICROS) << SET_BITS | setId;
    Tally tally = tallies.get(cell);
    if (tally == null) {
      tally = new Tally();
      tallies.put(cell, tally);
      sets.put(cell, entry.set());
    }
    try {
      tally.add(entry.set().shape(), row, column);
    } catch (IllegalStateException misfit) {
      odd = true;
    }
  }

  /** Whether all rows are there and none is odd. */
  boolean isComplete() {
    return !odd && count == header.events();
  }

  /** Whether the digest is that of the rows with the bodies that they were added with. */
  boolean hasItsDigest() {
    BatchDigest digest = new BatchDigest(new TenantId(header.tenant()), entries.length);
    for (Entry entry : entries) {
      digest.add(
          entry.identity(),
          entry.body(),
          Instant.EPOCH.plus(entry.micros(), ChronoUnit.MICROS),
          entry.set().shape().sign());
    }
    return Arrays.equals(digest.value(), header.digest());
  }

  /** Whether the header's times are those of the rows. */
  boolean hasItsTimes() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, header.minTime()) == min
        && ChronoUnit.MICROS.between(Instant.EPOCH, header.maxTime()) == max;
  }

  /** Whether what was noted as accepted is what the rows add up to. */
  boolean hasItsAccepted(IntFunction<String> meterNames) {
    Map<String, BigDecimal> fromRows = new HashMap<>();
    tallies.forEach(
        (cell, tally) -> {
          String key =
              (cell >> SET_BITS) * (QUARTER_MICROS / 1_000_000)
                  + "\n"
                  + sets.get(cell).shape().sourceAccount()
                  + "\n";
          fromRows.merge(key, BigDecimal.valueOf(tally.events()), BigDecimal::add);
          tally
              .byMeter(meterNames)
              .forEach((meter, sum) -> fromRows.merge(key + meter, sum, BigDecimal::add));
        });
    try {
      return same(fromRows, noted(JSON.readTree(header.accepted())));
    } catch (JsonProcessingException | NumberFormatException e) {
      return false;
    }
  }

  private static Map<String, BigDecimal> noted(JsonNode quarters) {
    Map<String, BigDecimal> noted = new HashMap<>();
    quarters
        .properties()
        .forEach(
            quarter ->
                quarter
                    .getValue()
                    .properties()
                    .forEach(
                        account -> {
                          String key = quarter.getKey() + "\n" + account.getKey() + "\n";
                          noted.put(key, account.getValue().path("events").decimalValue());
                          account
                              .getValue()
                              .path("quantities")
                              .properties()
                              .forEach(
                                  sum ->
                                      noted.put(
                                          key + sum.getKey(),
                                          new BigDecimal(sum.getValue().asText())));
                        }));
    return noted;
  }

  private static boolean same(Map<String, BigDecimal> one, Map<String, BigDecimal> two) {
    return one.keySet().equals(two.keySet())
        && one.entrySet().stream()
            .allMatch(entry -> entry.getValue().compareTo(two.get(entry.getKey())) == 0);
  }
}
