package io.ledgerline.report.report.making;

import io.ledgerline.contracts.Period;
import io.ledgerline.report.artifact.Artifact;
import io.ledgerline.report.ledger.ControlTotals;
import io.ledgerline.report.ledger.LedgerDetail;
import io.ledgerline.report.ledger.Watermark;
import io.ledgerline.report.ledger.client.ControlTotalsFile;
import io.ledgerline.report.ledger.client.Ledger;
import io.ledgerline.report.rating.CutReading;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.rating.store.RatingBookStore;
import io.ledgerline.report.reconciliation.Reconciliation;
import io.ledgerline.report.reconciliation.ReportedHours;
import io.ledgerline.report.reconciliation.SumsTally;
import io.ledgerline.report.reconciliation.store.ReportedHourStore;
import io.ledgerline.report.report.LineIndex;
import io.ledgerline.report.report.ReportFiles;
import io.ledgerline.report.report.ReportKind;
import io.ledgerline.report.report.ReportMaterial;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunContext;
import io.ledgerline.report.report.RunMarks;
import io.ledgerline.report.report.RunProgress;
import io.ledgerline.report.report.store.LineMarkStore;
import io.ledgerline.report.report.store.RunClaims;
import io.ledgerline.report.report.store.RunOutcome;
import io.ledgerline.report.store.Awaiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes one run, from its marks to its completion. Blocking: for virtual threads.
 *
 * <pre>
 * marks ► control totals ► read, rate, write ► wait for the rollups ► compare ► store ► complete
 * </pre>
 *
 * A run that is begun again keeps its marks, so that its bytes do not depend on who made it.
 */
@ApplicationScoped
class RunMaker {
  private final Ledger ledger;
  private final RatingBookStore books;
  private final RunHistory histories;
  private final Proof proof;
  private final Publisher publisher;
  private final RunClaims claims;
  private final ReportedHourStore reported;
  private final LineMarkStore lineMarks;
  private final RunConfig config;
  private final RunBundle bundle;
  private final RunPages pages;

  RunMaker(
      Ledger ledger,
      RatingBookStore books,
      RunHistory histories,
      Proof proof,
      Publisher publisher,
      RunClaims claims,
      ReportedHourStore reported,
      LineMarkStore lineMarks,
      RunConfig config,
      RunBundle bundle,
      RunPages pages) {
    this.ledger = ledger;
    this.books = books;
    this.histories = histories;
    this.proof = proof;
    this.publisher = publisher;
    this.claims = claims;
    this.reported = reported;
    this.lineMarks = lineMarks;
    this.config = config;
    this.bundle = bundle;
    this.pages = pages;
  }

  /**
   * Makes the run.
   *
   * @throws io.ledgerline.report.report.store.LostClaimException when another replica has it now
   */
  RunOutcome make(ReportRun run, ReportKind kind) throws IOException {
    step(run, "marking", 0, 0);
    RunMarks marks = marks(run, kind);
    try (WorkFolder folder = WorkFolder.make(config.workFolder())) {
      ControlTotalsFile widened = proof.widened(run, marks.watermark(), folder);
      ControlTotals totals = widened.totals();
      boolean provisional = run.provisional() == null ? totals.openQuarter() : run.provisional();
      Awaiting.outcome(claims.mark(run, marks, provisional));
      SumsTally others = new SumsTally();
      ReportFiles files = write(run, kind, marks, totals, folder, others);
      step(run, "waiting-for-rollups", 0, totals.batches());
      Pace pace = new Pace(there -> step(run, "waiting-for-rollups", there, totals.batches()));
      proof.awaitRollups(widened, missing -> pace.accept(totals.batches() - missing));
      step(run, "reconciling", 0, totals.batches());
      Reconciliation reconciliation =
          proof.compare(run, widened, marks.watermark(), files.totals(), others.sums());
      step(run, "storing", 0, files.files().size());
      return publish(run, marks, provisional, files, reconciliation, folder);
    }
  }

  /** Drops what an attempt noted that came to nothing; fails when the database is away. */
  void forget(ReportRun run) {
    Awaiting.outcome(reported.forget(run.id(), run.fencing()).chain(() -> lineMarks.forget(run)));
  }

  private RunMarks marks(ReportRun run, ReportKind kind) {
    Watermark now =
        run.watermark() == null
            ? ledger.watermark(run.tenant())
            : new Watermark(run.watermark(), null, run.chainHead());
    Instant priceBookAt = run.priceBookAt() == null ? books.mark(run.tenant()) : run.priceBookAt();
    RunMarks marks = new RunMarks(run.startedAt(), now.watermark(), now.chainHead(), priceBookAt);
    return run.watermark() == null ? kind.marks(run.tenant(), run.period(), marks) : marks;
  }

  private ReportFiles write(
      ReportRun run,
      ReportKind kind,
      RunMarks marks,
      ControlTotals widened,
      WorkFolder folder,
      SumsTally others)
      throws IOException {
    step(run, "reading", 0, widened.events());
    RatingBooks known = books.at(run.tenant(), marks.priceBookAt());
    CutReading reading =
        new CutReading(run.scope(), histories.rating(run, marks.watermark(), known));
    LedgerDetail whole = ledger.detail(run.tenant(), run.period(), marks.watermark());
    Pace pace = new Pace(read -> step(run, "reading", read, widened.events()));
    LineIndex lines = new LineIndex(marksOfLines -> lineMarks.note(run, marksOfLines));
    ReportFiles files =
        kind.write(
            new ReportMaterial(
                new RunContext(run.id(), run.tenant(), run.scope(), marks),
                run.period(),
                reading.rating(),
                run.scope() == null ? noted(run, whole) : reading.over(whole, others::add),
                from -> reading.only(earlier(run, marks, from)),
                folder.path(),
                run.request().formats().wantedOf(kind),
                lines,
                pace));
    lines.finish();
    return files;
  }

  private LedgerDetail earlier(ReportRun run, RunMarks marks, Instant from) {
    Period period = run.period();
    return ledger.samples(
        run.tenant(), new Period(from, period.from(), period.zone()), marks.watermark());
  }

  /** Runs on the whole tenant tell by hour what they read. */
  private LedgerDetail noted(ReportRun run, LedgerDetail detail) {
    return new ReportedHours(
        detail, run.period(), hours -> reported.note(run.id(), run.fencing(), hours));
  }

  private RunOutcome publish(
      ReportRun run,
      RunMarks marks,
      boolean provisional,
      ReportFiles files,
      Reconciliation reconciliation,
      WorkFolder folder)
      throws IOException {
    pages.stamp(run, marks, provisional, files, reconciliation);
    List<Artifact> stored = new ArrayList<>(publisher.store(run, files.files()));
    ReportFiles.File archive =
        bundle.write(
            folder.path(), run, marks, provisional, files, List.copyOf(stored), reconciliation);
    stored.addAll(publisher.store(run, List.of(archive)));
    RunOutcome outcome = new RunOutcome(publisher.now(), files.totals(), reconciliation);
    try {
      publisher.complete(run, marks, provisional, stored, outcome, further(files));
      return outcome;
    } catch (io.ledgerline.report.report.store.LostClaimException e) {
      publisher.discard(stored);
      throw e;
    }
  }

  private static Set<String> further(ReportFiles files) {
    return files.files().stream()
        .filter(ReportFiles.File::further)
        .map(ReportFiles.File::name)
        .collect(Collectors.toSet());
  }

  /** Tells everybody how far it is, and learns whether the run is still ours. */
  private void step(ReportRun run, String step, long done, long total) {
    // How much there is of the whole tenant is not told to whoever sees only a part.
    boolean whole = run.scope() == null;
    Awaiting.outcome(
        claims.progress(run, new RunProgress(step, whole ? done : 0, whole ? total : 0)));
  }
}
