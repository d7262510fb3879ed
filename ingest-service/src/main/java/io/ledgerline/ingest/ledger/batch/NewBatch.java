package io.ledgerline.ingest.ledger.batch;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.canon.BatchDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Rows that are committed and published together, before the database has numbered them.
 *
 * @param id identity of the batch, random
 * @param tenant whose usage it is
 * @param rows at least one, in the order of their positions, all of one month (UTC) of charge time
 */
public record NewBatch(UUID id, TenantId tenant, List<LedgerRow> rows) {
  private static final long SECONDS_PER_DAY = 86_400;

  /**
   * Cuts a tenant's rows by month and by size, in the order given and without leaving any out. One
   * month each, so that a partition of the ledger can go with its batches whole.
   */
  public static List<NewBatch> cut(TenantId tenant, List<LedgerRow> rows) {
    List<NewBatch> batches = new ArrayList<>();
    for (List<LedgerRow> ofMonth : byMonth(rows)) {
      int start = 0;
      for (int end : BatchCutter.ends(ofMonth)) {
        batches.add(new NewBatch(UUID.randomUUID(), tenant, ofMonth.subList(start, end)));
        start = end;
      }
    }
    return batches;
  }

  /** The digest of its rows, 32 bytes. */
  public byte[] digest() {
    BatchDigest digest = new BatchDigest(tenant, rows.size());
    for (LedgerRow row : rows) {
      digest.add(row.identity(), row.body(), row.fact().time(), row.fact().sign());
    }
    return digest.value();
  }

  /** Earliest charge time. */
  public Instant minTime() {
    Instant earliest = Instant.MAX;
    for (LedgerRow row : rows) {
      Instant time = row.fact().time();
      earliest = time.isBefore(earliest) ? time : earliest;
    }
    return earliest;
  }

  /** Latest charge time. */
  public Instant maxTime() {
    Instant latest = Instant.MIN;
    for (LedgerRow row : rows) {
      Instant time = row.fact().time();
      latest = time.isAfter(latest) ? time : latest;
    }
    return latest;
  }

  private static Iterable<List<LedgerRow>> byMonth(List<LedgerRow> rows) {
    Map<LocalDate, List<LedgerRow>> byMonth = new LinkedHashMap<>();
    long lastDay = Long.MIN_VALUE;
    List<LedgerRow> ofLastDay = List.of();
    for (LedgerRow row : rows) {
      long day = Math.floorDiv(row.fact().time().getEpochSecond(), SECONDS_PER_DAY);
      if (day != lastDay) {
        lastDay = day;
        LocalDate month = LocalDate.ofEpochDay(day).withDayOfMonth(1);
        ofLastDay = byMonth.computeIfAbsent(month, first -> new ArrayList<>(rows.size()));
      }
      ofLastDay.add(row);
    }
    return byMonth.values();
  }
}
