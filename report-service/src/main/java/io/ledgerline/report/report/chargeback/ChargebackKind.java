package io.ledgerline.report.report.chargeback;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.directory.Directory;
import io.ledgerline.report.directory.DirectorySource;
import io.ledgerline.report.directory.store.DirectoryStore;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.ReportFiles;
import io.ledgerline.report.report.ReportKind;
import io.ledgerline.report.report.ReportMaterial;
import io.ledgerline.report.report.RunContext;
import io.ledgerline.report.report.RunMarks;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.report.grouped.GroupLine;
import io.ledgerline.report.report.grouped.GroupTally;
import io.ledgerline.report.report.sheet.Chart;
import io.ledgerline.report.report.sheet.PageStory;
import io.ledgerline.report.report.sheet.SheetFiles;
import io.ledgerline.report.report.sheet.SheetFormat;
import io.ledgerline.report.report.sheet.SheetSpec;
import io.ledgerline.report.store.Awaiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The kind {@code chargeback}. */
@ApplicationScoped
public class ChargebackKind implements ReportKind {
  /** The kind's name. */
  public static final String NAME = "chargeback";

  private static final int MOST_BARS = 12;

  private final ChargebackCollector collector;
  private final ChargebackMonths months;
  private final DirectoryStore directories;

  ChargebackKind(
      ChargebackCollector collector, ChargebackMonths months, DirectoryStore directories) {
    this.collector = collector;
    this.months = months;
    this.directories = directories;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Workspaces, members, projects, users, experiments, sizes and calls of a month, and what"
        + " they cost; a month that is over stays as it was reported first.";
  }

  /** The ledger's sums since the beginning are by account; who paid for them it does not know. */
  @Override
  public boolean keeps(AccessScope scope) {
    return scope.costCentres().isEmpty();
  }

  @Override
  public List<SheetFormat> formats() {
    return List.of(SheetFormat.values());
  }

  @Override
  public RunMarks marks(TenantId tenant, Period period, RunMarks now) {
    return months.marks(tenant, period, now);
  }

  @Override
  public ReportFiles write(ReportMaterial material) throws IOException {
    RunContext run = material.context();
    Directory directory = directory(run, material.period());
    GroupTally<Place> use = new GroupTally<>(material.rating(), Place::of);
    use.addAll(material);
    Collection<String> accounts = accounts(run);
    ChargebackTally tally = new ChargebackTally(directory, accounts.isEmpty());
    collector.addTo(tally, run.tenant(), material.period(), run.marks().watermark(), accounts);
    use.lines().forEach((place, sum) -> tally.cost(place, sum.cost(), sum.first()));
    Chargeback month = tally.result();
    RunTotals totals = use.totals();
    PageStory story = story(material.period(), directory).linesIn(ChargebackSheets.USE);
    ChargebackSheets.FURTHER.forEach(story::linesIn);
    tell(story, totals, month);
    String name = baseName(material.period());
    try (SheetFiles sheets = new SheetFiles(material.folder(), name, material.formats(), story)) {
      ChargebackSheets.write(sheets, use.lines(), month);
      return new ReportFiles(sheets.finish(), totals);
    }
  }

  @Override
  public Optional<ExplainedLine> explain(LineQuestion question) throws IOException {
    if (question.table() == null) {
      return GroupLine.find(question, ChargebackSheets.lines());
    }
    return ChargebackLine.find(
        question, directory(question.context(), question.period()), collector);
  }

  @Override
  public List<String> furtherTables() {
    return ChargebackSheets.FURTHER.stream().map(SheetSpec::name).toList();
  }

  /** The accounts that a run is made of; none for all. */
  static Collection<String> accounts(RunContext run) {
    return run.scope() == null ? List.of() : run.scope().sourceAccounts();
  }

  private Directory directory(RunContext run, Period period) {
    return Awaiting.outcome(directories.at(run.tenant(), run.marks().priceBookAt())).during(period);
  }

  private static String baseName(Period period) {
    return ChargebackMonths.monthOf(period)
        .map(month -> "chargeback_" + month)
        .orElseGet(
            () -> {
              LocalDate first = period.from().atZone(period.zone()).toLocalDate();
              LocalDate last = period.to().minusNanos(1).atZone(period.zone()).toLocalDate();
              return "chargeback_" + first + "_" + last;
            });
  }

  private static PageStory story(Period period, Directory directory) {
    PageStory story =
        PageStory.of("Chargeback", "Workspaces, members, projects and users.", period);
    if (directory.sources().isEmpty()) {
      story.note("There is no directory: users and members are those that usage names.");
    }
    for (DirectorySource source : directory.sources()) {
      story.fact(
          "Directory", source.name() + " (" + source.door() + "), of " + source.lastSyncAt());
    }
    return story.remark(
        "Experiments, sizes and members are those at the end; calls and costs are those within.");
  }

  private static void tell(PageStory story, RunTotals totals, Chargeback month) {
    story
        .figure("Cost", totals.charges(), totals.currency())
        .figure("Workspaces", month.workspaces().size())
        .figure("Users", month.users().size())
        .exact("Cost, exact", totals.charges(), totals.currency())
        .unrated(totals);
    List<Chart.Bar> costs =
        month.workspaces().stream()
            .filter(workspace -> workspace.cost() != null && workspace.cost().signum() != 0)
            .map(w -> new Chart.Bar(w.name(), w.cost()))
            .toList();
    if (!costs.isEmpty()) {
      story.chart(Chart.largest("Cost by workspace", totals.currency(), costs, MOST_BARS));
    }
    List<Chart.Bar> sizes =
        month.workspaces().stream()
            .filter(workspace -> !workspace.stock().isNone())
            .map(w -> new Chart.Bar(w.name(), w.stock().mebibytes()))
            .toList();
    if (!sizes.isEmpty()) {
      story.chart(Chart.largest("Size by workspace", "MiB", sizes, MOST_BARS));
    }
    List<Chart.Bar> calls =
        month.users().stream()
            .map(
                user ->
                    new Chart.Bar(
                        user.userName(), user.uiCalls().count().add(user.sdkCalls().count())))
            .filter(bar -> bar.value().signum() > 0)
            .toList();
    if (!calls.isEmpty()) {
      story.chart(Chart.largest("Calls by user", "calls", calls, MOST_BARS));
    }
  }
}
