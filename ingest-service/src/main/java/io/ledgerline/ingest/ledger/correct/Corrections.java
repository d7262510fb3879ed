package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.ingest.ledger.batch.CommittedBatch;
import io.ledgerline.ingest.ledger.seal.Sealer;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.problem.DependencyUnavailable;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.PayloadTooLarge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Makes corrections: those of a few events are done at once, as one transaction that is there as a
 * whole or not at all; others are noted, for the workers to do in chunks. Blocks.
 */
@ApplicationScoped
class Corrections {
  /** Most corrections that one process does before their answer at the same time. */
  private static final int AT_ONCE = 2;

  private static final long PATIENCE_SECONDS = 20;

  /** So many rows are looked at, for each event that may be corrected at once, to find few. */
  private static final int LOOK_FURTHER = 100;

  private final Targets targets;
  private final FilterScan scan;
  private final Planner planner;
  private final LedgerChange change;
  private final CorrectionTable table;
  private final CorrectionQuery query;
  private final Transactions transactions;
  private final Sealer sealer;
  private final CorrectionConfig config;
  private final Semaphore free = new Semaphore(AT_ONCE, true);

  Corrections(
      Targets targets,
      FilterScan scan,
      Planner planner,
      LedgerChange change,
      CorrectionTable table,
      CorrectionQuery query,
      Transactions transactions,
      Sealer sealer,
      CorrectionConfig config) {
    this.targets = targets;
    this.scan = scan;
    this.planner = planner;
    this.change = change;
    this.table = table;
    this.query = query;
    this.transactions = transactions;
    this.sealer = sealer;
    this.config = config;
  }

  /**
   * What came of a call.
   *
   * @param correction as it is now
   * @param replayed whether it was asked for before and nothing was done now
   */
  record Made(CorrectionView correction, boolean replayed) {}

  /**
   * What is to be done.
   *
   * @param selection which events
   * @param targets those events; null when they are too many to be done at once
   * @param candidates how many rows or named events there are to look at
   */
  private record Work(Selection selection, List<Target> targets, long candidates) {}

  /** Does a correction, or notes it when it is large. */
  Made make(Asked asked, CorrectionRequest request) {
    Optional<CorrectionView> known = query.asked(asked).await().indefinitely();
    if (known.isPresent()) {
      return new Made(known.get(), true);
    }
    long watermark = watermark();
    Work work = work(asked.tenant(), request, watermark);
    UUID id = UUID.randomUUID();
    try {
      if (work.targets() == null) {
        transactions.run(
            connection -> {
              table.insert(
                  connection, id, asked, request, work.selection(), watermark, work.candidates());
              return null;
            });
      } else {
        atOnce(id, asked, request, work, watermark);
      }
    } catch (AskedMeanwhileException e) {
      return new Made(query.asked(asked).await().indefinitely().orElseThrow(), true);
    }
    return new Made(query.one(Sight.ofAll(asked.tenant()), id).await().indefinitely(), false);
  }

  /** Shows what a correction would do. */
  DryRunView dryRun(TenantId tenant, CorrectionRequest request) {
    long watermark = watermark();
    Effect effect = Effect.NONE;
    List<EventCorrection> results = new ArrayList<>();
    if (request.filter() == null) {
      List<Target> named =
          request.named() == null
              ? versions(tenant, request)
              : Targets.named(tenant, request.named());
      List<Step> steps = transactions.run(c -> planner.plan(c, tenant, named, false));
      effect = Effect.of(steps);
      steps.forEach(step -> results.add(EventCorrection.of(step)));
    } else {
      Selection.Filter filter = targets.filter(tenant, request.filter());
      FilterScan.Slice slice = null;
      while (slice == null || !slice.last()) {
        long behind = slice == null ? 0 : slice.behind();
        slice = scan.next(tenant, filter, watermark, behind, config.chunk());
        List<Target> selected = slice.rows().stream().map(Target::selected).toList();
        List<Step> steps = transactions.run(c -> planner.plan(c, tenant, selected, false));
        effect = effect.plus(Effect.of(steps));
        steps.stream()
            .limit(config.immediate() + 1L - results.size())
            .forEach(step -> results.add(EventCorrection.of(step)));
      }
    }
    return new DryRunView(
        true,
        watermark,
        EffectView.of(effect),
        results.size() > config.immediate() ? null : results);
  }

  private void atOnce(UUID id, Asked asked, CorrectionRequest request, Work work, long watermark) {
    takeTurn();
    try {
      List<CommittedBatch> batches =
          transactions.run(
              connection -> {
                table.insert(
                    connection, id, asked, request, work.selection(), watermark, work.candidates());
                List<Step> steps = planner.plan(connection, asked.tenant(), work.targets(), true);
                List<CommittedBatch> written = change.write(connection, asked.tenant(), id, steps);
                table.done(
                    connection,
                    id,
                    Effect.of(steps),
                    steps.stream().map(EventCorrection::of).toList());
                return written;
              });
      change.announce(batches);
    } finally {
      free.release();
    }
  }

  private Work work(TenantId tenant, CorrectionRequest request, long watermark) {
    if (request.versions() != null) {
      List<Target> versions = versions(tenant, request);
      return new Work(new Selection.Named(names(versions)), versions, versions.size());
    }
    if (request.named() != null) {
      int size = request.named().size();
      return new Work(
          new Selection.Named(request.named()),
          size <= config.immediate() ? Targets.named(tenant, request.named()) : null,
          size);
    }
    Selection.Filter filter = targets.filter(tenant, request.filter());
    long candidates = scan.candidates(tenant, filter, watermark);
    return new Work(filter, few(tenant, filter, watermark, candidates), candidates);
  }

  /** What the filter takes, when it is not too much; else null. */
  private List<Target> few(
      TenantId tenant, Selection.Filter filter, long watermark, long candidates) {
    if (candidates > (long) LOOK_FURTHER * config.immediate()) {
      return null;
    }
    List<Target> few = new ArrayList<>();
    FilterScan.Slice slice = null;
    while (slice == null || !slice.last()) {
      long behind = slice == null ? 0 : slice.behind();
      slice = scan.next(tenant, filter, watermark, behind, config.chunk());
      slice.rows().forEach(row -> few.add(Target.selected(row)));
      if (few.size() > config.immediate()) {
        return null;
      }
    }
    return few;
  }

  private List<Target> versions(TenantId tenant, CorrectionRequest request) {
    List<Target> versions = targets.versions(tenant, request.versions());
    if (versions.size() > config.immediate()) {
      throw new PayloadTooLarge(
          ErrorCode.TOO_MANY_EVENTS,
          "A replacement carries at most %,d events.".formatted(config.immediate()));
    }
    return versions;
  }

  private static List<EventIdentity> names(List<Target> versions) {
    return versions.stream()
        .filter(target -> target.identity() != null)
        .map(target -> new EventIdentity(new SourceName(target.source()), target.id()))
        .toList();
  }

  private long watermark() {
    return sealer.seal().await().indefinitely().watermark();
  }

  private void takeTurn() {
    try {
      if (free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new DependencyUnavailable("a turn among other corrections", null);
  }
}
