package io.ledgerline.system.chaos;

import io.ledgerline.local.suite.Service;
import io.ledgerline.system.chaos.check.ReportCheck;
import io.ledgerline.system.chaos.check.Reports;
import io.ledgerline.system.chaos.check.ScheduledReport;
import io.ledgerline.system.chaos.kill.Deck;
import io.ledgerline.system.chaos.kill.Striker;
import io.ledgerline.system.chaos.scenario.Scenario;
import io.ledgerline.system.chaos.suite.Load;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a trial is made of: each step disturbs, drains, compares everything so far, and tells. */
public final class Steps {
  private final Trial trial;
  private final int clients;

  /** With so many clients. */
  public Steps(Trial trial, int clients) {
    this.trial = trial;
    this.clients = clients;
  }

  /** A round of kills and pauses under load, with a scheduled report in the middle of it. */
  public Step round(int number, int events, Deck deck) throws IOException, InterruptedException {
    String name = "round " + number;
    return step(
        name,
        () -> {
          ScheduledReport due =
              ScheduledReport.make(
                  trial.suite().api(Service.REPORT), trial.generator().label() + "-" + number);
          Load load = trial.start(trial.plan(events), clients);
          List<String> struck =
              new Striker(trial.suite(), trial.chance()).strike(deck.round(), load);
          trial.await(name, load);
          trial
              .findings()
              .addAll(
                  name + ", schedule",
                  due.faults(trial.suite().folder().data().resolve("mail"), false));
          return String.join(", ", struck)
              + (load.refusals().isEmpty() ? "" : "; without result " + load.refusals());
        });
  }

  /** A scenario. */
  public Step scenario(Scenario scenario) throws IOException, InterruptedException {
    return step(scenario.name(), () -> scenario.run(trial));
  }

  /** The reports of all days against the events. */
  public Step reports(Map<LocalDate, Reports.Made> into) throws IOException, InterruptedException {
    return step(
        "reports",
        () -> {
          into.putAll(ReportCheck.make(new Reports(trial.suite().api(Service.REPORT))));
          trial
              .findings()
              .addAll("reports", ReportCheck.faults(into, trial.generator(), trial.taken()));
          long lines = into.values().stream().mapToLong(made -> made.lines().size()).sum();
          return lines + " lines on " + into.size() + " days, COMPLETED and RECONCILED";
        });
  }

  private Step step(String name, Work work) throws IOException, InterruptedException {
    int events = trial.taken();
    int findings = trial.findings().count();
    long lost = trial.answers().unanswered();
    trial.say("%-14s begins", name);
    Instant begin = Instant.now();
    String what = work.run();
    Duration took = Duration.between(begin, Instant.now());
    Duration drained = trial.drain(name);
    trial.check(name);
    Step step =
        new Step(
            name,
            trial.taken() - events,
            trial.answers().unanswered() - lost,
            took,
            drained,
            trial.findings().count() - findings,
            what);
    trial.say(
        "%-14s %s; drained after %d ms: %s",
        name,
        what,
        drained.toMillis(),
        step.findings() == 0 ? "all sums exact" : step.findings() + " FINDINGS");
    return step;
  }

  private interface Work {
    String run() throws IOException, InterruptedException;
  }
}
