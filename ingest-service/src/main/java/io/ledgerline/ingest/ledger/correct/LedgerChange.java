package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.ingest.ledger.CommitListener;
import io.ledgerline.ingest.ledger.LedgerConfig;
import io.ledgerline.ingest.ledger.batch.CommittedBatch;
import io.ledgerline.ingest.ledger.batch.LedgerRow;
import io.ledgerline.ingest.ledger.batch.NewBatch;
import io.ledgerline.ingest.ledger.intern.DimensionSets;
import io.ledgerline.ingest.ledger.write.BatchTable;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Does what was planned: writes a reversal for each row that is taken back and a row for each new
 * version, in new batches that go the way of all batches. No row that is there is touched. Blocks.
 */
@ApplicationScoped
class LedgerChange {
  private final DimensionSets dimensionSets;
  private final List<CommitListener> listeners;
  private final LedgerConfig config;

  LedgerChange(
      DimensionSets dimensionSets, @All List<CommitListener> listeners, LedgerConfig config) {
    this.dimensionSets = dimensionSets;
    this.listeners = listeners;
    this.config = config;
  }

  /** The rows of a step; each null when there is none. */
  private record Rows(Step step, LedgerRow reversal, LedgerRow added) {}

  /**
   * Writes inside of a transaction, in which the events are locked.
   *
   * @param steps as planned in the same transaction
   * @return the batches, to be announced after the commit
   */
  List<CommittedBatch> write(
      Connection connection, TenantId tenant, UUID correction, List<Step> steps)
      throws SQLException {
    List<Step> changing =
        steps.stream().filter(step -> step.taken() != null || step.added() != null).toList();
    if (changing.isEmpty()) {
      return List.of();
    }
    List<Rows> rows = rows(tenant, changing);
    List<LedgerRow> inOrder = new ArrayList<>(2 * rows.size());
    for (Rows ofStep : rows) {
      if (ofStep.reversal() != null) {
        inOrder.add(ofStep.reversal());
      }
      if (ofStep.added() != null) {
        inOrder.add(ofStep.added());
      }
    }
    List<CommittedBatch> batches =
        BatchTable.write(connection, NewBatch.cut(tenant, inOrder), config.relayAfter());
    Map<LedgerRow, Place> places = places(batches);
    Versions.note(
        connection,
        correction,
        rows.stream()
            .map(r -> new Versions.Done(r.step(), places.get(r.reversal()), places.get(r.added())))
            .toList());
    return batches;
  }

  /** Tells those who publish; to be called after the commit. */
  void announce(List<CommittedBatch> batches) {
    if (!batches.isEmpty()) {
      List<Supplier<UsageBatch>> messages = new ArrayList<>(batches.size());
      batches.forEach(batch -> messages.add(batch::message));
      listeners.forEach(listener -> listener.committed(messages));
    }
  }

  private List<Rows> rows(TenantId tenant, List<Step> steps) {
    Set<DimensionSets.Key> reversed =
        steps.stream()
            .filter(step -> step.taken() != null)
            .map(step -> step.taken().reversed(tenant))
            .collect(Collectors.toSet());
    Map<DimensionSets.Key, Integer> sets =
        reversed.isEmpty() ? Map.of() : dimensionSets.resolve(reversed).await().indefinitely();
    List<Rows> rows = new ArrayList<>(steps.size());
    for (Step step : steps) {
      StoredRow taken = step.taken();
      LedgerRow reversal =
          taken == null
              ? null
              : taken.reversal(step.before().body(), sets.get(taken.reversed(tenant)));
      rows.add(new Rows(step, reversal, step.added()));
    }
    return rows;
  }

  /** By the very row: two events may well have equal ones in other respects. */
  private static Map<LedgerRow, Place> places(List<CommittedBatch> batches) {
    Map<LedgerRow, Place> places = new IdentityHashMap<>();
    for (CommittedBatch batch : batches) {
      int position = 0;
      for (LedgerRow row : batch.batch().rows()) {
        places.put(row, new Place(batch.batchNo(), position++));
      }
    }
    return places;
  }
}
