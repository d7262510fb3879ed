package io.ledgerline.report.report.chargeback;

import io.ledgerline.contracts.Period;
import io.ledgerline.report.directory.Directory;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rating.EventRater;
import io.ledgerline.report.rating.RatedEvent;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.RunContext;
import io.ledgerline.report.report.grouped.GroupLine;
import io.ledgerline.report.report.grouped.GroupTally;
import io.ledgerline.report.report.grouped.RatedParts;
import io.ledgerline.report.report.sheet.SheetSpec;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A line of one of the further tables found again. Its cost is of the period's events; what there
 * is at the end, and when somebody called last, is of all events before, so they are behind it too.
 */
final class ChargebackLine {
  private final LineQuestion question;
  private final ChargebackCollector collector;
  private final Collection<String> accounts;
  private final ChargebackTally tally;

  private ChargebackLine(
      LineQuestion question, Directory directory, ChargebackCollector collector) {
    this.question = question;
    this.collector = collector;
    this.accounts = ChargebackKind.accounts(question.context());
    this.tally = new ChargebackTally(directory, accounts.isEmpty());
  }

  static Optional<ExplainedLine> find(
      LineQuestion question, Directory directory, ChargebackCollector collector)
      throws IOException {
    return new ChargebackLine(question, directory, collector).find();
  }

  private Optional<ExplainedLine> find() throws IOException {
    GroupTally<Place> use = new GroupTally<>(question.rating(), Place::of);
    question.detailFrom().apply(null).forEach(use::add);
    RunContext run = question.context();
    Period period = question.period();
    collector.addTo(tally, run.tenant(), period, run.marks().watermark(), accounts);
    use.lines().forEach((place, sum) -> tally.cost(place, sum.cost(), sum.first()));
    SheetSpec table = ChargebackSheets.table(question.table());
    Optional<ChargebackSheets.Row> row =
        ChargebackSheets.rows(table, tally.result()).stream().skip(question.line() - 1).findFirst();
    return row.isPresent() ? Optional.of(explained(table, row.get())) : Optional.empty();
  }

  private ExplainedLine explained(SheetSpec table, ChargebackSheets.Row row) throws IOException {
    Predicate<Place> isOf = place -> row.has().test(tally.spot(place));
    RatedParts parts = new RatedParts(GroupTally.currency());
    EventRater rater = question.rating().rater(GroupTally.currency());
    question
        .detailFrom()
        .apply(null)
        .forEach(
            event -> {
              RatedEvent rated = rater.rate(event);
              if (isOf.test(Place.of(event))) {
                parts.add(rated);
              }
            });
    return new ExplainedLine(
        GroupLine.cells(table.columns(), row.values()), parts.all(), events(isOf));
  }

  private ExplainedLine.Events events(Predicate<Place> isOf) {
    RunContext run = question.context();
    Instant begin = question.period().from();
    Instant first =
        collector.first(run.tenant(), begin, run.marks().watermark(), accounts, isOf).orElse(begin);
    Predicate<LedgerLine> counts =
        event -> !event.time().isBefore(begin) || ChargebackMeters.areIn(event);
    return new ExplainedLine.Events(
        first, question.period().to(), event -> counts.test(event) && isOf.test(Place.of(event)));
  }
}
