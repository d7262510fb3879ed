package io.ledgerline.report.testing;

import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.ledger.Watermark;
import io.ledgerline.report.testing.StubbedBatch.StubbedRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What the stub holds; the seal number of a batch is its place in the list, from 1. */
record StubbedLedger(List<StubbedBatch> batches) {
  static final Instant OPEN_SINCE = Instant.parse("2024-06-01T00:00:00Z");

  StubbedLedger {
    batches = List.copyOf(batches);
  }

  StubbedLedger plus(Collection<StubbedBatch> added) {
    List<StubbedBatch> all = new ArrayList<>(batches);
    all.addAll(added);
    return new StubbedLedger(all);
  }

  StubbedLedger with(UUID id, UnaryOperator<StubbedBatch> change) {
    return new StubbedLedger(
        batches.stream().map(b -> b.batchId().equals(id) ? change.apply(b) : b).toList());
  }

  Watermark watermark() {
    return new Watermark(batches.size(), OPEN_SINCE, chainHead(batches.size()));
  }

  static String chainHead(int sealNo) {
    return "%064x".formatted(sealNo);
  }

  Map<String, Object> controlTotals(Instant from, Instant to, long watermark) {
    List<Map<String, Object>> parts = new ArrayList<>();
    List<StubbedRow> all = new ArrayList<>();
    boolean open = false;
    for (StubbedBatch batch : upTo(watermark)) {
      List<StubbedRow> rows = batch.rows(within(from, to));
      if (!rows.isEmpty()) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("batchId", batch.batchId());
        part.put("postedAt", batch.postedAt());
        putSums(part, rows);
        parts.add(part);
        all.addAll(rows);
        open |= !batch.postedAt().isBefore(OPEN_SINCE);
      }
    }
    parts.sort(Comparator.comparing(part -> part.get("batchId").toString()));
    Map<String, Object> totals = new LinkedHashMap<>();
    totals.put("watermark", watermark);
    totals.put("openQuarter", open);
    putSums(totals, all);
    totals.put("batches", parts);
    return totals;
  }

  private static void putSums(Map<String, Object> json, List<StubbedRow> rows) {
    SortedMap<String, BigDecimal> sums = StubbedBatch.sums(rows);
    json.put("events", sums.getOrDefault("", BigDecimal.ZERO));
    sums.remove("");
    json.put("quantities", sums);
  }

  /** Sums of some meters by workspace, project and principal. */
  List<Object> placeSums(Instant from, Instant to, long watermark, Set<String> meters) {
    Map<List<String>, SortedMap<String, Map<String, Object>>> places = new LinkedHashMap<>();
    for (LedgerLine line : effective(from, to, watermark)) {
      List<String> place = Arrays.asList(line.workspace(), line.project(), line.principal());
      line.quantities()
          .byMeter()
          .forEach(
              (meter, quantity) -> {
                if (meters.contains(meter.value())) {
                  Map<String, Object> use =
                      places
                          .computeIfAbsent(place, p -> new TreeMap<>())
                          .computeIfAbsent(meter.value(), m -> new LinkedHashMap<>());
                  use.merge(
                      "sum", quantity.value(), (a, b) -> ((BigDecimal) a).add((BigDecimal) b));
                  use.putIfAbsent("first", line.time());
                  use.put("last", line.time());
                }
              });
    }
    List<Object> lines = new ArrayList<>();
    places.forEach(
        (place, uses) -> {
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("workspace", place.get(0));
          json.put("project", place.get(1));
          json.put("principal", place.get(2));
          json.put("meters", uses);
          lines.add(json);
        });
    return lines;
  }

  /** The effective lines as JSON objects, with the fields that report-service does not read. */
  List<Object> events(Instant from, Instant to, long watermark) {
    return effective(from, to, watermark).stream().map(line -> (Object) json(line, null)).toList();
  }

  List<LedgerLine> effective(Instant from, Instant to, long watermark) {
    Set<String> gone = new HashSet<>();
    upTo(watermark).forEach(b -> b.takenBack().forEach(l -> gone.add(l.source() + " " + l.id())));
    return upTo(watermark).stream()
        .flatMap(batch -> batch.rows(within(from, to)).stream())
        .filter(row -> row.sign() > 0)
        .map(StubbedRow::line)
        .filter(line -> !gone.contains(line.source() + " " + line.id()))
        .sorted(
            Comparator.comparing(LedgerLine::time)
                .thenComparing(LedgerLine::source)
                .thenComparing(LedgerLine::id))
        .toList();
  }

  /** Hour, account and meter through the ledger's three stages. */
  List<Object> hourlyTotals(Instant from, Instant to, long watermark) {
    SortedMap<String, BigDecimal[]> totals = new TreeMap<>();
    for (StubbedBatch batch : upTo(watermark)) {
      add(totals, 0, batch.accepted(within(from, to)));
      add(totals, 1, batch.rows(within(from, to)));
      if (batch.isPublished()) {
        add(totals, 2, batch.rows(within(from, to)));
      }
    }
    List<Object> lines = new ArrayList<>();
    totals.forEach(
        (key, sums) -> {
          String[] parts = key.split("\n", -1);
          Map<String, Object> line = new LinkedHashMap<>();
          line.put("hour", parts[0]);
          line.put("sourceAccount", parts[1]);
          if (!parts[2].isEmpty()) {
            line.put("meter", parts[2]);
          }
          line.put("accepted", sums[0].toPlainString());
          line.put("inLedger", sums[1].toPlainString());
          line.put("published", sums[2].toPlainString());
          lines.add(line);
        });
    return lines;
  }

  private static void add(Map<String, BigDecimal[]> totals, int stage, List<StubbedRow> rows) {
    for (StubbedRow row : rows) {
      String place =
          row.line().time().truncatedTo(java.time.temporal.ChronoUnit.HOURS)
              + "\n"
              + row.line().sourceAccount()
              + "\n";
      StubbedBatch.sums(List.of(row))
          .forEach(
              (meter, sum) -> {
                BigDecimal[] sums =
                    totals.computeIfAbsent(
                        place + meter,
                        k -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
                sums[stage] = sums[stage].add(sum);
              });
    }
  }

  List<Object> batchEvents(UUID id) {
    return batches.stream()
        .filter(batch -> batch.batchId().equals(id))
        .flatMap(batch -> batch.rows(line -> true).stream())
        .map(row -> (Object) json(row.line(), row.sign()))
        .toList();
  }

  List<Object> inState(String state) {
    return batches.stream()
        .filter(batch -> batch.state().equals(state))
        .map(batch -> (Object) Map.of("batchId", batch.batchId(), "state", batch.state()))
        .toList();
  }

  /** Rows that are gone are known by their keys alone. */
  List<Object> findings(Instant from, Instant to) {
    List<Object> findings = new ArrayList<>();
    for (StubbedBatch batch : batches) {
      List<Map<String, String>> events =
          batch.accepted(within(from, to)).stream()
              .filter(row -> batch.lost().contains(row.line().id()))
              .map(row -> Map.of("identity", identity(row.line().id())))
              .toList();
      if (!events.isEmpty()) {
        findings.add(
            Map.of("finding", "row-missing", "batchId", batch.batchId(), "events", events));
      }
    }
    return findings;
  }

  static String identity(String eventId) {
    return UUID.nameUUIDFromBytes(eventId.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }

  private List<StubbedBatch> upTo(long watermark) {
    return batches.subList(0, (int) watermark);
  }

  private static Map<String, Object> json(LedgerLine line, Integer sign) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("time", line.time());
    json.put("source", line.source());
    json.put("id", line.id());
    json.put("sourceAccount", line.sourceAccount());
    json.put("principal", line.principal());
    json.put("principalId", LedgerFixture.principalId(line));
    json.put("workspace", line.workspace());
    json.put("project", null);
    json.put("provider", line.provider());
    json.put("model", line.model());
    json.put("region", line.region());
    json.put("operation", line.operation() == null ? "Converse" : line.operation());
    json.put("priceClass", line.priceClass());
    json.put("quantities", line.quantities());
    json.put("tags", Map.of("team", "a"));
    json.put("batchId", line.batchId());
    json.put("sign", sign);
    json.put("resource", line.resource());
    json.put("ended", line.ended());
    return json;
  }

  private static Predicate<LedgerLine> within(Instant from, Instant to) {
    return line -> !line.time().isBefore(from) && line.time().isBefore(to);
  }
}
