package io.ledgerline.report.rollup.store;

import io.ledgerline.report.rollup.BatchTally;
import io.ledgerline.report.rollup.ChargeSpan;
import io.ledgerline.report.rollup.RollupRow;
import io.ledgerline.report.rollup.RollupTally;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Applies batches to the rollups: each once, whatever is sent how often. */
@ApplicationScoped
public class RollupStore {
  private static final Logger LOG = Logger.getLogger(RollupStore.class);
  private static final String ROLLUP = "rollup";

  private final Pool database;
  private final DimensionSets dimensionSets;
  private final MeterNames meters;
  private final SampledResources resources;
  private final RollupPartitions partitions;
  private final ShadowEntries shadows;

  RollupStore(
      Pool database,
      DimensionSets dimensionSets,
      MeterNames meters,
      SampledResources resources,
      RollupPartitions partitions,
      ShadowEntries shadows) {
    this.database = database;
    this.dimensionSets = dimensionSets;
    this.meters = meters;
    this.resources = resources;
    this.partitions = partitions;
    this.shadows = shadows;
  }

  /**
   * Applies those of the batches that are new, all in one transaction.
   *
   * @param batches one that is among them twice counts once
   * @return what became of each
   */
  public Uni<Map<UUID, Applied>> apply(Collection<BatchTally> batches) {
    return apply(batches, Rebuilding.NONE);
  }

  /** Applies batches for a rebuild: those applied before enter the table that is being rebuilt. */
  public Uni<Map<UUID, Applied>> apply(Collection<BatchTally> batches, Rebuilding rebuilding) {
    if (batches.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    SortedMap<UUID, BatchTally> byId = new TreeMap<>();
    batches.forEach(batch -> byId.put(batch.batchId(), batch));
    List<BatchTally> sorted = List.copyOf(byId.values());
    return partitions
        .ensure(months(sorted))
        .chain(() -> numbers(sorted))
        .call(numbers -> mend(numbers, rebuilding))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(numbers -> new Sums(sorted, numbers, tally(sorted, numbers, ChargeSpan.ALL)))
        .chain(sums -> database.withTransaction(tx -> applyNew(tx, sums, rebuilding)))
        .onFailure()
        .invoke(partitions::forget);
  }

  private Uni<Void> mend(Numbers numbers, Rebuilding rebuilding) {
    return rebuilding.month() == null
        ? Uni.createFrom().voidItem()
        : dimensionSets
            .mend(numbers.sets())
            .invoke(
                count -> {
                  if (count > 0) {
                    LOG.warnf("%d dimension sets were not what the ledger says; mended", count);
                  }
                })
            .replaceWithVoid();
  }

  private Uni<Map<UUID, Applied>> applyNew(
      SqlConnection transaction, Sums sums, Rebuilding rebuilding) {
    return RollupTables.forWriting(transaction)
        .chain(
            tables ->
                BatchNotes.note(transaction, sums.batches(), tables.kept())
                    .call(noted -> add(transaction, sums, tables.kept(), noted))
                    .call(noted -> addSamples(transaction, sums, tables.kept(), noted, rebuilding))
                    .call(noted -> shadows.add(transaction, tables, sums, noted, rebuilding)))
        .call(() -> rebuilding.note(transaction));
  }

  private static Uni<Void> add(
      SqlConnection transaction, Sums sums, ChargeSpan kept, Map<UUID, Applied> noted) {
    List<BatchTally> fresh =
        sums.batches().stream().filter(b -> noted.get(b.batchId()).fresh()).toList();
    boolean all =
        fresh.size() == sums.batches().size()
            && noted.values().stream().noneMatch(Applied::outside);
    List<RollupRow> rows = all ? sums.rows() : tally(fresh, sums.numbers(), kept);
    return RollupRows.add(transaction, ROLLUP, rows);
  }

  /** A rebuild brings samples of all its batches to what the ledger says, all in all. */
  private static Uni<Void> addSamples(
      SqlConnection transaction,
      Sums sums,
      ChargeSpan kept,
      Map<UUID, Applied> noted,
      Rebuilding rebuilding) {
    if (rebuilding.month() != null) {
      return SampleRows.replace(transaction, sums.batches(), sums.numbers(), kept);
    }
    List<BatchTally> fresh =
        sums.batches().stream()
            .filter(b -> !b.samples().isEmpty() && noted.get(b.batchId()).fresh())
            .toList();
    return SampleRows.add(transaction, fresh, sums.numbers(), kept);
  }

  static List<RollupRow> tally(Collection<BatchTally> batches, Numbers numbers, ChargeSpan span) {
    RollupTally tally = new RollupTally(span);
    batches.forEach(batch -> tally.add(batch, numbers.sets().get(batch)));
    return tally.rows(numbers.meters());
  }

  private Uni<Numbers> numbers(Collection<BatchTally> batches) {
    Set<String> names = new HashSet<>();
    batches.forEach(batch -> names.addAll(batch.meters()));
    return Uni.combine()
        .all()
        .unis(dimensionSets.numbers(batches), meters.numbers(names), resources.numbers(batches))
        .with(Numbers::new);
  }

  private static Set<YearMonth> months(Collection<BatchTally> batches) {
    Set<YearMonth> months = new HashSet<>();
    batches.forEach(batch -> months.addAll(batch.months()));
    return months;
  }

  /** The numbers that stand for words. */
  record Numbers(
      Map<BatchTally, long[]> sets,
      Map<String, Integer> meters,
      Map<SampledResources.Key, Long> resources) {}

  /** Batches by id, and what they add when all of them are new and none lies outside. */
  record Sums(List<BatchTally> batches, Numbers numbers, List<RollupRow> rows) {}
}
