package io.ledgerline.report.testing;

import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.testing.StubbedBatch.StubbedRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The stub's sums of a source by day. One {@code day} may be named. */
final class StubbedDays {
  private StubbedDays() {}

  static List<Object> of(List<StubbedBatch> batches, Map<String, String> query) {
    int after = Math.min(Integer.parseInt(query.get("after")), batches.size());
    int watermark = Integer.parseInt(query.get("watermark"));
    SortedSet<LocalDate> days = new TreeSet<>();
    rows(batches.subList(Math.min(after, watermark), watermark), query)
        .forEach(row -> days.add(day(row)));
    if (query.containsKey("day")) {
      days.add(LocalDate.parse(query.get("day")));
    }
    SortedMap<String, List<StubbedRow>> groups = new TreeMap<>();
    for (StubbedRow row : rows(batches.subList(0, watermark), query)) {
      if (days.contains(day(row))) {
        groups.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row);
      }
    }
    return groups.values().stream().map(StubbedDays::sum).toList();
  }

  private static List<StubbedRow> rows(List<StubbedBatch> batches, Map<String, String> query) {
    return batches.stream()
        .flatMap(batch -> batch.rows(line -> line.source().equals(query.get("source"))).stream())
        .toList();
  }

  private static LocalDate day(StubbedRow row) {
    return row.line().time().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static String key(StubbedRow row) {
    LedgerLine line = row.line();
    return Arrays.asList(
            day(row), line.sourceAccount(), line.principal(), line.provider(), line.operation())
        .toString();
  }

  private static Object sum(List<StubbedRow> rows) {
    LedgerLine line = rows.getFirst().line();
    SortedMap<String, BigDecimal> sums = StubbedBatch.sums(rows);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("day", day(rows.getFirst()));
    json.put("sourceAccount", line.sourceAccount());
    json.put("principal", line.principal());
    json.put("principalId", LedgerFixture.principalId(line));
    json.put("provider", line.provider());
    json.put("operation", line.operation());
    json.put("events", sums.remove(""));
    json.put("quantities", sums);
    return json;
  }
}
