package io.ledgerline.report.report.explain;

import io.ledgerline.contracts.Period;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.report.ledger.LedgerDetail;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.ledger.client.Ledger;
import io.ledgerline.report.rating.CutReading;
import io.ledgerline.report.rating.EventRating;
import io.ledgerline.report.rating.HistorySums;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.rating.store.RatingBookStore;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineMark;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.ReportKind;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunContext;
import io.ledgerline.report.report.RunMarks;
import io.ledgerline.report.report.RunState;
import io.ledgerline.report.report.making.ReportKinds;
import io.ledgerline.report.report.store.LineMarkStore;
import io.ledgerline.report.report.store.RunHistoryStore;
import io.ledgerline.report.rollup.RollupGrain;
import io.ledgerline.report.rollup.store.RollupSums;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Explains a line from the ledger itself, at the run's watermark and price book: what came, was
 * taken back or priced later does not change what a line says. Blocking: for virtual threads.
 */
@ApplicationScoped
public class LineExplainer {
  private final Ledger ledger;
  private final RatingBookStore books;
  private final RunHistoryStore histories;
  private final LineMarkStore marks;
  private final ReportKinds kinds;
  private final RollupGrain grain;
  private final RollupSums rollups;

  LineExplainer(
      Ledger ledger,
      RatingBookStore books,
      RunHistoryStore histories,
      LineMarkStore marks,
      ReportKinds kinds,
      RollupGrain grain,
      RollupSums rollups) {
    this.ledger = ledger;
    this.books = books;
    this.histories = histories;
    this.marks = marks;
    this.kinds = kinds;
    this.grain = grain;
    this.rollups = rollups;
  }

  /**
   * What a line says and which events are behind it.
   *
   * @throws NotFound when there is no such line
   */
  public ExplainedLine explain(ReportRun run, LineAddress address) {
    long line = address.line();
    if (run.state() != RunState.COMPLETED) {
      throw new NotFound("Run %s is %s; it has no lines.".formatted(run.id(), run.state()));
    }
    ReportKind kind =
        kinds
            .find(run.request().kind())
            .orElseThrow(() -> NotFound.of("report kind", run.request().kind()));
    address.check(kind);
    if (line < 1 || address.isOfFirst() && line > run.totals().rows()) {
      throw new NotFound(
          "Run %s has no line %d: it has %d.".formatted(run.id(), line, run.totals().rows()));
    }
    CutReading reading = reading(run);
    LineMark before = address.isOfFirst() ? marks.before(run, line) : null;
    try {
      ZoneId zone = run.period().zone();
      return kind.explain(
              new LineQuestion(
                  line,
                  before,
                  reading.rating(),
                  from -> detail(run, reading, from),
                  zone,
                  run.period(),
                  address.table(),
                  context(run)))
          .orElseThrow(() -> new NotFound(address.missingIn(run)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Events behind a line, in the ledger's order.
   *
   * @param after the event to go on after; null for the first ones
   * @param most how many at most
   */
  public LineEvents events(ReportRun run, ExplainedLine.Events behind, LineMark after, int most) {
    Instant from = after == null ? behind.from() : after.time();
    Selection selection = new Selection(behind, after, most);
    if (from.isBefore(behind.to())) {
      try {
        Period span = new Period(from, behind.to(), run.period().zone());
        reading(run)
            .only(ledger.detail(run.tenant(), span, run.watermark()))
            .forEachWhile(selection::take);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new LineEvents(selection.events, selection.more);
  }

  private static RunContext context(ReportRun run) {
    return new RunContext(
        run.id(),
        run.tenant(),
        run.scope(),
        new RunMarks(run.startedAt(), run.watermark(), run.chainHead(), run.priceBookAt()));
  }

  /**
   * Rollups that the events behind a line went into, by quarter hour.
   *
   * @param from how many to leave out at the beginning
   * @param most how many at most
   */
  public List<LineRollup> rollups(ReportRun run, ExplainedLine.Events behind, long from, int most) {
    LineRollups all = new LineRollups(run.tenant(), grain);
    try {
      if (behind.from().isBefore(behind.to())) {
        Period span = new Period(behind.from(), behind.to(), run.period().zone());
        reading(run)
            .only(ledger.detail(run.tenant(), span, run.watermark()))
            .forEach(
                event -> {
                  if (behind.matches().test(event)) {
                    all.add(event);
                  }
                });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.page(run.scope() == null ? rollups : null, from, most);
  }

  /** What the run read, and rated by. */
  private CutReading reading(ReportRun run) {
    RatingBooks known = books.at(run.tenant(), run.priceBookAt());
    HistorySums history =
        known.accumulate() ? histories.find(run.id()).orElse(HistorySums.NONE) : HistorySums.NONE;
    return new CutReading(run.scope(), new EventRating(known, grain, history));
  }

  private LedgerDetail detail(ReportRun run, CutReading reading, Instant from) {
    Period period = run.period();
    if (from == null || !from.isBefore(period.from())) {
      Period rest = from == null ? period : new Period(from, period.to(), period.zone());
      return reading.over(ledger.detail(run.tenant(), rest, run.watermark()), event -> {});
    }
    Period before = new Period(from, period.from(), period.zone());
    LedgerDetail samples = reading.only(ledger.samples(run.tenant(), before, run.watermark()));
    return taker -> {
      samples.forEach(taker);
      detail(run, reading, null).forEach(taker);
    };
  }

  private static final class Selection {
    private final ExplainedLine.Events behind;
    private final LineMark after;
    private final int most;
    private final List<LedgerLine> events = new ArrayList<>();
    private boolean begun;
    private boolean more;

    Selection(ExplainedLine.Events behind, LineMark after, int most) {
      this.behind = behind;
      this.after = after;
      this.most = most;
      this.begun = after == null;
    }

    boolean take(LedgerLine event) {
      if (!begun) {
        // A cursor whose event is gone must not lose what follows it.
        begun = after.pointsTo(event) || event.time().isAfter(after.time());
        if (after.pointsTo(event)) {
          return true;
        }
      }
      if (begun && behind.matches().test(event)) {
        more = events.size() == most;
        if (!more) {
          events.add(event);
        }
      }
      return !more;
    }
  }
}
