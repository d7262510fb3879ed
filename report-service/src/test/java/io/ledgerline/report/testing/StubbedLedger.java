package io.ledgerline.report.testing;

import io.ledgerline.report.ledger.ControlTotals;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.ledger.Watermark;
import io.ledgerline.report.report.SumsByMeter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the stub holds; the seal number of a batch is its place in the list, from 1. */
record StubbedLedger(List<StubbedBatch> batches) {
  StubbedLedger {
    batches = List.copyOf(batches);
  }

  StubbedLedger plus(Collection<StubbedBatch> added) {
    List<StubbedBatch> all = new ArrayList<>(batches);
    all.addAll(added);
    return new StubbedLedger(all);
  }

  Watermark watermark() {
    return new Watermark(batches.size(), Instant.parse("2024-06-01T00:00:00Z"));
  }

  ControlTotals controlTotals(Instant from, Instant to, long watermark) {
    List<ControlTotals.Batch> parts = new ArrayList<>();
    List<LedgerLine> all = new ArrayList<>();
    for (StubbedBatch batch : batches.subList(0, (int) watermark)) {
      List<LedgerLine> lines = batch.lines().stream().filter(l -> within(l, from, to)).toList();
      if (!lines.isEmpty()) {
        parts.add(
            new ControlTotals.Batch(batch.batchId(), batch.postedAt(), lines.size(), sums(lines)));
        all.addAll(lines);
      }
    }
    boolean open = parts.stream().anyMatch(p -> !p.postedAt().isBefore(watermark().postedBefore()));
    parts.sort(Comparator.comparing(ControlTotals.Batch::batchId));
    return new ControlTotals(watermark, from, to, open, all.size(), sums(all), parts);
  }

  /** The lines as JSON objects, with the fields that report-service does not read yet. */
  List<Object> events(Instant from, Instant to, long watermark) {
    return batches.subList(0, (int) watermark).stream()
        .flatMap(batch -> batch.lines().stream())
        .filter(line -> within(line, from, to))
        .sorted(
            Comparator.comparing(LedgerLine::time)
                .thenComparing(LedgerLine::source)
                .thenComparing(LedgerLine::id))
        .map(StubbedLedger::json)
        .toList();
  }

  private static Object json(LedgerLine line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("time", line.time());
    json.put("source", line.source());
    json.put("id", line.id());
    json.put("sourceAccount", line.sourceAccount());
    json.put("principal", line.principal());
    json.put("principalId", null);
    json.put("workspace", null);
    json.put("project", null);
    json.put("provider", line.provider());
    json.put("model", line.model());
    json.put("region", line.region());
    json.put("operation", "Converse");
    json.put("priceClass", line.priceClass());
    json.put("quantities", line.quantities());
    json.put("tags", Map.of("team", "a"));
    json.put("batchId", line.batchId());
    return json;
  }

  private static boolean within(LedgerLine line, Instant from, Instant to) {
    return !line.time().isBefore(from) && line.time().isBefore(to);
  }

  private static SortedMap<String, BigDecimal> sums(List<LedgerLine> lines) {
    SumsByMeter sums = new SumsByMeter();
    lines.forEach(line -> sums.add(line.quantities()));
    return new TreeMap<>(sums.sums());
  }
}
