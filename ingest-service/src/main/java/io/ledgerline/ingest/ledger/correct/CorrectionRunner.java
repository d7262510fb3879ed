package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.batch.CommittedBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Does large corrections chunk by chunk. A chunk and the note of how far the correction is are one
 * transaction, so that whoever goes on, after whatever happened, goes on behind what is done.
 * Blocks.
 */
@ApplicationScoped
class CorrectionRunner {
  private final CorrectionTable table;
  private final FilterScan scan;
  private final Planner planner;
  private final LedgerChange change;
  private final Transactions transactions;
  private final CorrectionConfig config;

  CorrectionRunner(
      CorrectionTable table,
      FilterScan scan,
      Planner planner,
      LedgerChange change,
      Transactions transactions,
      CorrectionConfig config) {
    this.table = table;
    this.scan = scan;
    this.planner = planner;
    this.change = change;
    this.transactions = transactions;
    this.config = config;
  }

  private record Chunk(List<CommittedBatch> batches, boolean last) {}

  private record Piece(List<Target> targets, long behind, long checked, boolean last) {}

  /**
   * Does the next chunk.
   *
   * @return whether it was the last
   * @throws LeaseLostException when another worker has the correction
   */
  boolean chunk(Claim claim) {
    TenantId tenant = claim.tenant();
    Chunk chunk =
        transactions.run(
            connection -> {
              CorrectionTable.Progress before = table.lock(connection, claim);
              Piece piece = piece(claim, before.behind());
              List<Step> steps = planner.plan(connection, tenant, piece.targets(), true);
              List<CommittedBatch> batches = change.write(connection, tenant, claim.id(), steps);
              table.progress(
                  connection,
                  claim,
                  new CorrectionTable.Progress(
                      piece.behind(),
                      before.checked() + piece.checked(),
                      before.effect().plus(Effect.of(steps))),
                  piece.last());
              return new Chunk(batches, piece.last());
            });
    change.announce(chunk.batches());
    return chunk.last();
  }

  private Piece piece(Claim claim, long behind) {
    return switch (claim.selection()) {
      case Selection.Named named -> {
        int end = (int) Math.min(named.events().size(), behind + config.chunk());
        List<Target> targets =
            Targets.named(claim.tenant(), named.events().subList((int) behind, end));
        yield new Piece(targets, end, targets.size(), end == named.events().size());
      }
      case Selection.Filter filter -> {
        FilterScan.Slice slice =
            scan.next(claim.tenant(), filter, claim.watermark(), behind, config.chunk());
        yield new Piece(
            slice.rows().stream().map(Target::selected).toList(),
            slice.behind(),
            slice.checked(),
            slice.last());
      }
    };
  }
}
