package io.ledgerline.system.chaos;

import io.ledgerline.local.suite.Service;
import io.ledgerline.system.chaos.check.ReportCheck;
import io.ledgerline.system.chaos.check.Reports;
import io.ledgerline.system.chaos.kill.Deck;
import io.ledgerline.system.chaos.load.Call;
import io.ledgerline.system.chaos.load.Generator;
import io.ledgerline.system.chaos.scenario.AnswerLost;
import io.ledgerline.system.chaos.scenario.BrokerAway;
import io.ledgerline.system.chaos.scenario.DatabaseAway;
import io.ledgerline.system.chaos.scenario.Rebalance;
import io.ledgerline.system.chaos.scenario.Scenario;
import io.ledgerline.system.chaos.scenario.SlowConsumer;
import io.ledgerline.system.chaos.scenario.TwoReplicas;
import io.ledgerline.system.chaos.suite.LaunchedSuite;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The whole of it: a suite of its own, rounds of kills, the scenarios, the reports, a reference.
 */
public final class ChaosRun {
  private static final Duration AWAY = Duration.ofSeconds(75);
  private static final Duration STILL = Duration.ofSeconds(20);
  private static final int STEP_EVENTS = 400;
  private static final int ANSWERS_LOST = 30;
  private static final int CALLS_REFUSED = 6;
  private static final int TO_BOTH = 60;
  private static final int TO_BOTH_SIZE = 100;

  private final ChaosSettings settings;
  private final Consumer<String> teller;
  private final Generator generator;
  private final List<Step> steps = new ArrayList<>();

  /**
   * Prepares it.
   *
   * @param teller is told how it goes, for people
   */
  public ChaosRun(ChaosSettings settings, Consumer<String> teller) {
    this.settings = settings;
    this.teller = teller;
    this.generator = new Generator(settings.seed(), Long.toUnsignedString(settings.seed(), 36));
  }

  /**
   * Does it; takes minutes.
   *
   * @throws IOException when a suite does not start or a step cannot be played
   */
  public ChaosResult run() throws IOException, InterruptedException {
    Map<LocalDate, Reports.Made> made = new TreeMap<>();
    Trial trial;
    teller.accept("Starting a suite with " + settings.replicas() + " replicas of each service");
    try (LaunchedSuite launched =
        LaunchedSuite.start(
            settings.data().resolve("disturbed"), settings.portOffset(), settings.replicas())) {
      trial = new Trial(launched.suite(), generator, teller);
      disturb(trial, made);
    }
    if (settings.reference()) {
      compare(trial, made);
    }
    return new ChaosResult(settings.seed(), trial.taken(), steps, trial.findings().all());
  }

  private void disturb(Trial trial, Map<LocalDate, Reports.Made> made)
      throws IOException, InterruptedException {
    Steps each = new Steps(trial, settings.clients());
    Deck deck = new Deck(trial.chance(), settings.rounds());
    for (int round = 1; round <= settings.rounds(); round++) {
      steps.add(each.round(round, settings.events(), deck));
    }
    if (settings.scenarios()) {
      for (Scenario scenario : scenarios(settings.replicas())) {
        steps.add(each.scenario(scenario));
      }
    }
    steps.add(each.reports(made));
  }

  private static List<Scenario> scenarios(int replicas) {
    List<Scenario> all =
        new ArrayList<>(
            List.of(
                new AnswerLost(ANSWERS_LOST),
                new BrokerAway(AWAY, STEP_EVENTS),
                new DatabaseAway(CALLS_REFUSED),
                new SlowConsumer(STILL, STEP_EVENTS)));
    if (replicas > 1) {
      all.add(new Rebalance(3, 10 * STEP_EVENTS));
      all.add(new TwoReplicas(TO_BOTH, TO_BOTH_SIZE));
    }
    return all;
  }

  /** Feeds an undisturbed suite with the same events, and compares its reports. */
  private void compare(Trial trial, Map<LocalDate, Reports.Made> disturbed)
      throws IOException, InterruptedException {
    teller.accept("Starting a second suite, which nobody disturbs, for the same events");
    Instant begin = Instant.now();
    int before = trial.findings().count();
    try (LaunchedSuite launched =
        LaunchedSuite.start(settings.data().resolve("reference"), settings.portOffset(), 1)) {
      Trial reference = new Trial(launched.suite(), generator, teller);
      List<Integer> numbers = reference.take(trial.taken());
      List<Call> calls =
          IntStream.iterate(0, from -> from < numbers.size(), from -> from + Call.MOST)
              .mapToObj(
                  from ->
                      Call.of(numbers.subList(from, Math.min(from + Call.MOST, numbers.size()))))
              .toList();
      reference.sendAll("reference", calls, 2);
      Duration took = Duration.between(begin, Instant.now());
      Duration drained = reference.drain("reference");
      reference.check("reference");
      Map<LocalDate, Reports.Made> undisturbed =
          ReportCheck.make(new Reports(launched.suite().api(Service.REPORT)));
      trial.findings().addAll("reference", ReportCheck.differences(undisturbed, disturbed));
      reference.findings().all().forEach(each -> trial.findings().add("reference suite", each));
      steps.add(
          new Step(
              "reference",
              trial.taken(),
              0,
              took,
              drained,
              trial.findings().count() - before,
              "a suite without kills makes the same lines and totals"));
    }
  }
}
