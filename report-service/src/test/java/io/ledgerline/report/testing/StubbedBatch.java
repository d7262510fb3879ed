package io.ledgerline.report.testing;

import io.ledgerline.report.ledger.LedgerLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A committed batch of the stubbed ledger.
 *
 * @param batchId its identity
 * @param postedAt when it was committed
 * @param lines its events
 * @param takenBack events of earlier batches that it takes back; null for none
 * @param state unpublished, unconfirmed, confirmed or dead-lettered; null for unpublished
 * @param lost ids of events whose rows are gone, as after a tampering; null for none
 */
record StubbedBatch(
    UUID batchId,
    Instant postedAt,
    List<LedgerLine> lines,
    List<LedgerLine> takenBack,
    String state,
    Set<String> lost) {
  StubbedBatch {
    lines = List.copyOf(lines);
    takenBack = takenBack == null ? List.of() : List.copyOf(takenBack);
    state = state == null ? "unpublished" : state;
    lost = lost == null ? Set.of() : Set.copyOf(lost);
  }

  /** An event, added or taken back. */
  record StubbedRow(LedgerLine line, int sign) {}

  /** Signed sums; the empty meter counts events. */
  static SortedMap<String, BigDecimal> sums(List<StubbedRow> rows) {
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    for (StubbedRow row : rows) {
      BigDecimal sign = BigDecimal.valueOf(row.sign());
      sums.merge("", sign, BigDecimal::add);
      for (Map.Entry<String, BigDecimal> used : row.line().quantities().numbers().entrySet()) {
        sums.merge(used.getKey(), used.getValue().multiply(sign), BigDecimal::add);
      }
    }
    return sums;
  }

  StubbedBatch in(String newState) {
    return new StubbedBatch(batchId, postedAt, lines, takenBack, newState, lost);
  }

  StubbedBatch losing(String eventId) {
    Set<String> more = new HashSet<>(lost);
    more.add(eventId);
    return new StubbedBatch(batchId, postedAt, lines, takenBack, state, more);
  }

  /** As it was answered. */
  List<StubbedRow> accepted(Predicate<LedgerLine> wanted) {
    List<StubbedRow> rows = new ArrayList<>();
    lines.stream().filter(wanted).forEach(line -> rows.add(new StubbedRow(line, 1)));
    takenBack.stream().filter(wanted).forEach(line -> rows.add(new StubbedRow(line, -1)));
    return rows;
  }

  /** What is left of it. */
  List<StubbedRow> rows(Predicate<LedgerLine> wanted) {
    return accepted(wanted.and(line -> !lost.contains(line.id())));
  }

  boolean isPublished() {
    return state.equals("confirmed") || state.equals("unconfirmed");
  }
}
