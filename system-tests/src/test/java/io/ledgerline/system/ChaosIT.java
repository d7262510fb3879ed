package io.ledgerline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.local.suite.Service;
import io.ledgerline.system.chaos.Steps;
import io.ledgerline.system.chaos.Trial;
import io.ledgerline.system.chaos.check.DailyUsageLines;
import io.ledgerline.system.chaos.check.Reports;
import io.ledgerline.system.chaos.kill.Deck;
import io.ledgerline.system.chaos.load.Generator;
import io.ledgerline.system.chaos.scenario.AnswerLost;
import io.ledgerline.system.chaos.scenario.BrokerAway;
import io.ledgerline.system.chaos.scenario.DatabaseAway;
import io.ledgerline.system.chaos.scenario.Rebalance;
import io.ledgerline.system.chaos.scenario.Scenario;
import io.ledgerline.system.chaos.scenario.SlowConsumer;
import io.ledgerline.system.chaos.scenario.TwoReplicas;
import io.ledgerline.system.chaos.suite.ChaosSuite;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The short form of {@code ./ledgerline chaos}: nothing accepted is lost or counted twice, whatever
 * dies, stands still or is cut off when. Each test drains the suite and compares all that was sent
 * so far with the answers, the ledger and the rollups.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChaosIT {
  private static final Duration A_WHILE = Duration.ofSeconds(4);
  private static final int EVENTS = 1500;
  private static final int FEW = 150;
  private static final int CLIENTS = 4;

  private static Trial trial;
  private static Steps steps;

  @BeforeAll
  static void useTheRunningSuite() throws Exception {
    ChaosSuite suite = RunningSuite.get().chaos();
    long seed = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    Generator generator = new Generator(seed, Long.toString(seed, 36));
    trial = new Trial(suite, generator, line -> {});
    steps = new Steps(trial, CLIENTS);
  }

  private static void exact() {
    assertThat(trial.findings().all())
        .as("seed " + trial.generator().seed() + ", data in " + trial.suite().folder().data())
        .isEmpty();
  }

  private static void play(Scenario scenario) throws Exception {
    steps.scenario(scenario);
    exact();
  }

  @Test
  void allPartsMayBeKilledAndHeldUpInTheMiddleOfALoad() throws Exception {
    Deck deck = new Deck(trial.chance(), 1);
    steps.round(1, EVENTS, deck);
    exact();
  }

  @Test
  void anAnswerThatIsLostAfterTheCommitCountsOnceWhenTheCallIsRepeated() throws Exception {
    play(new AnswerLost(6));
  }

  @Test
  void whileTheBrokerIsAwayEventsAreAnsweredAndArriveLater() throws Exception {
    play(new BrokerAway(A_WHILE, FEW));
  }

  @Test
  void whileTheDatabaseIsAwayCallsAreRefusedAndCountOnceLater() throws Exception {
    play(new DatabaseAway(3));
  }

  @Test
  void aSlowConsumerHoldsNobodyUpAndCatchesUp() throws Exception {
    play(new SlowConsumer(A_WHILE, FEW));
  }

  @Test
  void aConsumerThatLeavesAndJoinsInMidBatchLosesAndDoublesNothing() throws Exception {
    play(new Rebalance(1, EVENTS));
  }

  @Test
  void twoReplicasOfEveryServiceDoEachThingOnce() throws Exception {
    play(new TwoReplicas(20, 60));
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void afterAllThatTheReportsHaveTheLinesThatTheEventsSay() throws Exception {
    Reports reports = new Reports(trial.suite().api(Service.REPORT));
    Generator generator = trial.generator();
    for (LocalDate day : Generator.days()) {
      Reports.Made made = reports.dailyUsage(day);
      assertThat(made.state()).as(day.toString()).isEqualTo("COMPLETED");
      assertThat(made.reconciliation()).as(day.toString()).isEqualTo("RECONCILED");
      List<String> lines = DailyUsageLines.of(generator.events(trial.taken()), day);
      assertThat(made.linesOf(generator.accountPrefix()))
          .as(day.toString())
          .isNotEmpty()
          .isEqualTo(lines);
    }
  }
}
