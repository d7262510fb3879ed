package io.ledgerline.ingest.ledger.verify;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.canon.BatchDigest;
import io.ledgerline.ingest.ledger.scan.CopyRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks at the rows of a batch whose digest is not simply that of its rows: because events in it
 * came without a time (their bodies were digested without one), or because something is wrong. Then
 * keys tell which row it is.
 */
final class Examination {
  /** So many rows without a fitting key are tried both ways. */
  private static final int MOST_TRIED = 10;

  /** A row with what it may have said. */
  private static final class Suspect {
    private final int position;
    private final Finding.Event event;
    private final CheckedBatch.Entry entry;
    private final UUID withoutTime;
    private UUID body;

    Suspect(int position, Finding.Event event, CheckedBatch.Entry entry, UUID withoutTime) {
      this.position = position;
      this.event = event;
      this.entry = entry;
      this.withoutTime = withoutTime;
    }
  }

  private final Proof proof;
  private final CheckedBatch batch;
  private final Header header;
  private final LocalDate month;
  private final Versions versions;
  private final List<Suspect> rows = new ArrayList<>();

  Examination(Proof proof, CheckedBatch batch, LocalDate month, Versions versions) {
    this.proof = proof;
    this.batch = batch;
    this.header = batch.header();
    this.month = month;
    this.versions = versions;
  }

  void run(Connection connection) throws SQLException {
    proof
        .digests()
        .read(connection, Scope.rowsOf(month) + " AND e.batch_no = " + header.no(), this::suspect);
    rows.sort(Comparator.comparingInt(row -> row.position));
    KnownBodies known =
        KnownBodies.of(
            connection,
            rows.stream()
                .filter(row -> row.entry != null)
                .map(row -> row.entry.identity())
                .toList());
    List<Suspect> unknown = new ArrayList<>();
    for (Suspect row : rows) {
      row.body = body(row, known);
      if (row.body == null) {
        unknown.add(row);
      }
    }
    if (isWhole() && digestFits(unknown)) {
      asCommitted(unknown, known);
    } else {
      changed(unknown, known);
    }
  }

  private void suspect(CopyRow row) {
    Optional<CheckedBatch.Entry> entry = proof.digests().of(row);
    rows.add(
        new Suspect(
            row.small(RowDigests.POSITION),
            proof.digests().event(row),
            entry.orElse(null),
            entry.map(e -> proof.digests().bodyWithoutTime(e.set(), row)).orElse(null)));
  }

  /** What the row's event was recorded with, as far as its key tells; null when it does not. */
  private static UUID body(Suspect row, KnownBodies known) {
    if (row.entry == null) {
      return null;
    }
    UUID identity = row.entry.identity();
    if (known.knows(identity, row.entry.body())) {
      return row.entry.body();
    }
    return known.knows(identity, row.withoutTime) ? row.withoutTime : null;
  }

  private boolean isWhole() {
    if (rows.size() != header.events()) {
      return false;
    }
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).position != i || rows.get(i).entry == null) {
        return false;
      }
    }
    return true;
  }

  /** Tries rows without a fitting key with and without their times. */
  private boolean digestFits(List<Suspect> unknown) {
    int ways = 1 << Math.min(unknown.size(), MOST_TRIED);
    for (int way = 0; way < ways; way++) {
      for (int i = 0; i < unknown.size(); i++) {
        boolean without = (way >> Math.min(i, MOST_TRIED - 1) & 1) == 1;
        unknown.get(i).body = without ? unknown.get(i).withoutTime : unknown.get(i).entry.body();
      }
      if (Arrays.equals(digest(), header.digest())) {
        return true;
      }
    }
    return false;
  }

  private byte[] digest() {
    BatchDigest digest = new BatchDigest(new TenantId(header.tenant()), rows.size());
    for (Suspect row : rows) {
      digest.add(
          row.entry.identity(),
          row.body,
          Instant.EPOCH.plus(row.entry.micros(), ChronoUnit.MICROS),
          row.entry.set().shape().sign());
    }
    return digest.value();
  }

  /** The rows are as they were; keys are compared with them later. */
  private void asCommitted(List<Suspect> unknown, KnownBodies known) {
    MonthCheck.headerFigures(proof, batch);
    for (Suspect row : rows) {
      if (versions.isFirst(header.no(), row.position, row.entry)) {
        proof.row(row.entry, row.body);
      } else if (unknown.contains(row)) {
        found(
            known.hasKey(row.entry.identity())
                ? Finding.Kind.KEY_CHANGED
                : Finding.Kind.KEY_MISSING,
            List.of(row),
            "Nothing tells of this version of the event.");
      }
    }
  }

  private void changed(List<Suspect> unknown, KnownBodies known) {
    List<Suspect> added = new ArrayList<>();
    List<Suspect> changed = new ArrayList<>();
    boolean[] taken = new boolean[Math.max(0, header.events())];
    // Of two rows in one place the one whose key knows it is the one that was committed.
    rows.sort(
        Comparator.<Suspect>comparingInt(row -> row.position).thenComparing(unknown::contains));
    for (Suspect row : rows) {
      boolean isKnown = !unknown.contains(row);
      boolean hasPlace = row.position >= 0 && row.position < taken.length && !taken[row.position];
      if (hasPlace) {
        taken[row.position] = true;
      }
      if (!hasPlace) {
        added.add(row);
      } else if (!isKnown || hasOtherTime(row, known)) {
        changed.add(row);
      } else if (versions.isFirst(header.no(), row.position, row.entry)) {
        proof.row(row.entry, row.body);
      }
    }
    found(
        Finding.Kind.ROW_ADDED,
        added,
        "Rows beyond the %d that the batch was committed with.".formatted(header.events()));
    found(Finding.Kind.ROW_CHANGED, changed, "The row is not what was committed.");
    missing(taken);
    if (added.isEmpty() && changed.isEmpty() && rows.size() == header.events()) {
      List<Suspect> timeless = new ArrayList<>();
      rows.stream().filter(row -> row.body.equals(row.withoutTime)).forEach(timeless::add);
      proof.found(
          new Finding(
              Finding.Kind.BATCH_CHANGED,
              header.id(),
              timeless.stream().map(row -> row.event).toList(),
              "The digest is not that of the rows, which say what their keys say; the time of an"
                  + " event that came without one may have been changed."));
    }
  }

  private boolean hasOtherTime(Suspect row, KnownBodies known) {
    KnownBodies.Key key = known.keys().get(row.entry.identity());
    return key != null
        && versions.isFirst(header.no(), row.position, row.entry)
        && key.second() != Scope.seconds(row.entry.micros());
  }

  private void missing(boolean[] taken) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        positions.add(i);
      }
    }
    if (!positions.isEmpty()) {
      proof.gap(header);
      proof.found(
          Finding.of(
              Finding.Kind.ROW_MISSING,
              header.id(),
              "%d of %d rows are missing, the first at position %d."
                  .formatted(positions.size(), header.events(), positions.getFirst())));
    }
  }

  private void found(Finding.Kind kind, List<Suspect> suspects, String detail) {
    if (!suspects.isEmpty()) {
      suspects.forEach(row -> proof.reported(row.event.identity()));
      proof.found(
          new Finding(kind, header.id(), suspects.stream().map(row -> row.event).toList(), detail));
    }
  }
}
