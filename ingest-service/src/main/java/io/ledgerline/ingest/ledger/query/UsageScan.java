package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.scan.SetBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Goes through the ledger in the order of posting and picks what a filter asks for, a few batches
 * at a time. What is sealed never changes, so that each step can be a transaction of its own. For
 * one thread at a time.
 */
final class UsageScan {
  /** Where a scan stands: behind this row. */
  record Place(long batchNo, int position) {
    static final Place START = new Place(0, -1);
    static final Place END = new Place(Long.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** A row that was picked, and where it stands. */
  record Picked(Place place, LedgerLine line) {}

  private final TenantId tenant;
  private final UsageFilter filter;
  private BatchGroups groups;
  private final SetBook<SetWords> words;
  private final LedgerLineWriter writer;
  private Place place;
  private SetFilter sets;

  /**
   * A scan that begins behind {@code place}.
   *
   * @param groups where to look; its filter says what is picked
   */
  UsageScan(BatchGroups groups, SetBook<SetWords> words, LedgerLineWriter writer, Place place) {
    this.tenant = groups.tenant();
    this.filter = groups.filter();
    this.groups = groups;
    this.words = words;
    this.writer = writer;
    this.place = place != null ? place : groups.descending() ? Place.END : Place.START;
  }

  /** Behind which row the next step begins. */
  Place place() {
    return place;
  }

  /**
   * Goes one step further.
   *
   * @param rows about how many rows to look at
   * @return what was picked, in order; null at the end
   */
  List<Picked> next(Connection connection, int rows) throws SQLException {
    begin(connection);
    if (sets.isNone()) {
      return null;
    }
    List<BatchHeader> group = groups.next(connection, place.batchNo(), rows);
    if (group.isEmpty()) {
      return null;
    }
    List<Picked> picked = pick(connection, group);
    long last = group.getLast().no();
    place = groups.descending() ? new Place(last - 1, Integer.MAX_VALUE) : new Place(last + 1, -1);
    return picked;
  }

  private void begin(Connection connection) throws SQLException {
    if (sets == null) {
      sets = SetFilter.of(connection, tenant, filter);
      if (filter.id() != null) {
        groups = groups.only(IdBatches.find(connection, tenant, filter));
      }
    }
  }

  private List<Picked> pick(Connection connection, List<BatchHeader> group) throws SQLException {
    Map<Long, BatchHeader> batches = new HashMap<>();
    group.forEach(batch -> batches.put(batch.no(), batch));
    List<StoredRow> rows = new ArrayList<>();
    StoredRow.read(
        connection,
        condition(group),
        row -> {
          if (batches.containsKey(row.batchNo()) && isAskedFor(row)) {
            rows.add(row);
          }
        });
    TakenBack takenBack = takenBack(connection, batches);
    List<Picked> picked = new ArrayList<>(rows.size());
    for (StoredRow row : rows) {
      SetWords of = words.of(row.setId()).orElseThrow(UsageScan::setMissing);
      UUID correction = takenBack.by(row.batchNo(), row.position());
      if (!filter.effective() || correction == null && of.sign() > 0) {
        LedgerLine line = writer.line(row, batches.get(row.batchNo()), of, correction);
        if (filter.accepts(line)) {
          picked.add(new Picked(new Place(row.batchNo(), row.position()), line));
        }
      }
    }
    return picked;
  }

  private TakenBack takenBack(Connection connection, Map<Long, BatchHeader> batches)
      throws SQLException {
    return TakenBack.among(
        connection,
        Collections.min(batches.keySet()),
        Collections.max(batches.keySet()),
        groups.watermark() == null ? Long.MAX_VALUE : groups.watermark());
  }

  /** The place is the first batch's row to begin behind; batches behind it are taken whole. */
  private boolean isAskedFor(StoredRow row) {
    if (row.batchNo() == place.batchNo()
        && (groups.descending()
            ? row.position() >= place.position()
            : row.position() <= place.position())) {
      return false;
    }
    return sets.matches(row.setId()) && (filter.id() == null || filter.id().equals(row.id()));
  }

  private String condition(List<BatchHeader> group) {
    Instant first = group.stream().map(BatchHeader::minTime).min(Instant::compareTo).orElseThrow();
    Instant last = group.stream().map(BatchHeader::maxTime).max(Instant::compareTo).orElseThrow();
    Span span =
        new Span(
            first.isAfter(filter.from()) ? first : filter.from(),
            last.isBefore(filter.to()) ? last.plus(1, ChronoUnit.MICROS) : filter.to(),
            0);
    String direction = groups.descending() ? " DESC" : "";
    return BatchHeader.between(group.stream().map(BatchHeader::no).toList())
        + " AND "
        + span.rows()
        + " AND "
        + sets.condition()
        + " ORDER BY e.batch_no"
        + direction
        + ", e.position"
        + direction;
  }

  private static IllegalStateException setMissing() {
    return new IllegalStateException(
        "a ledger row's dimension set is missing; './ledgerline verify' names it");
  }
}
