package io.ledgerline.system.chaos;

import io.ledgerline.local.suite.Service;
import io.ledgerline.system.chaos.check.DatabaseCounts;
import io.ledgerline.system.chaos.load.Answers;
import io.ledgerline.system.chaos.load.Call;
import io.ledgerline.system.chaos.load.CallPlanner;
import io.ledgerline.system.chaos.load.Generator;
import io.ledgerline.system.chaos.load.Sums;
import io.ledgerline.system.chaos.suite.Api;
import io.ledgerline.system.chaos.suite.ChaosSuite;
import io.ledgerline.system.chaos.suite.EventDoor;
import io.ledgerline.system.chaos.suite.Load;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One suite under test, the events that were made for it so far, and what was found. Rounds and
 * scenarios share it: what one of them sent is still counted when the next one checks. Used from
 * one thread.
 */
public final class Trial {
  private static final Duration DRAIN_PATIENCE = Duration.ofMinutes(4);
  private static final long ASK_MILLIS = 200;

  private final ChaosSuite suite;
  private final Generator generator;
  private final Answers answers;
  private final Random chance;
  private final Consumer<String> teller;
  private final Findings findings = new Findings();
  private int taken;

  /**
   * Nothing is sent yet.
   *
   * @param teller is told how it goes, for people
   */
  public Trial(ChaosSuite suite, Generator generator, Consumer<String> teller) {
    this.suite = suite;
    this.generator = generator;
    this.answers = new Answers(generator);
    this.chance = new Random(generator.seed());
    this.teller = teller;
  }

  /** The suite. */
  public ChaosSuite suite() {
    return suite;
  }

  /** What the numbers stand for. */
  public Generator generator() {
    return generator;
  }

  /** All that was answered. */
  public Answers answers() {
    return answers;
  }

  /** Where all chance comes from; seeded. */
  public Random chance() {
    return chance;
  }

  /** What was found wrong. */
  public Findings findings() {
    return findings;
  }

  /** How many events there are so far: the numbers from 0 on. */
  public int taken() {
    return taken;
  }

  /** Tells people how it goes. */
  public void say(String line, Object... arguments) {
    teller.accept(line.formatted(arguments));
  }

  /** Makes new events; every one of them must be sent. */
  public List<Integer> take(int count) {
    int from = taken;
    taken += count;
    return IntStream.range(from, taken).boxed().toList();
  }

  /** Calls for new events, as unruly clients make them. */
  public List<Call> plan(int count) {
    return new CallPlanner(chance).plan(take(count));
  }

  /** The event calls of each replica. */
  public List<EventDoor> doors() throws IOException {
    String key = suite.adminKey();
    return suite.urls(Service.INGEST).stream()
        .map(url -> new EventDoor(new Api(url, key), generator))
        .toList();
  }

  /** Begins to send calls, with so many clients. */
  public Load start(List<Call> calls, int clients) throws IOException {
    return Load.start(doors(), answers, calls, clients);
  }

  /** Sends calls and returns when all are answered; a finding when one is not. */
  public Load sendAll(String where, List<Call> calls, int clients)
      throws IOException, InterruptedException {
    Load load = start(calls, clients);
    await(where, load);
    return load;
  }

  /** Waits until all calls are answered; a finding when one is not. */
  public void await(String where, Load load) throws InterruptedException {
    findings.unless(
        load.await(), where, "a call was not answered for minutes; refusals: " + load.refusals());
  }

  /** Waits until nothing is on its way any more; a finding when that does not come. */
  public Duration drain(String where) throws IOException, InterruptedException {
    Instant begin = Instant.now();
    String last = "the database does not answer";
    while (Duration.between(begin, Instant.now()).compareTo(DRAIN_PATIENCE) < 0) {
      try (Connection database = suite.database()) {
        DatabaseCounts.Pipe pipe = DatabaseCounts.pipe(database);
        last = pipe + (suite.isUp() ? "" : ", and not every part is ready");
        if (pipe.isEmpty() && suite.isUp()) {
          return Duration.between(begin, Instant.now());
        }
      } catch (SQLException away) {
        last = "the database does not answer: " + away.getMessage();
      }
      TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
    }
    findings.add(where, "stuck: after " + DRAIN_PATIENCE.toSeconds() + " s there are " + last);
    return DRAIN_PATIENCE;
  }

  /**
   * Compares everything so far, in the answers, in the ledger and in the rollups, with what the
   * generator made. Only of a suite that is drained.
   */
  public void check(String where) throws IOException {
    Sums expected = Sums.of(generator.events(taken));
    findings.addAll(where + ", answers", answers.faults(taken));
    findings.addAll(where + ", answers", expected.differences(Sums.of(answers.accepted())));
    try (Connection database = suite.database()) {
      findings.addAll(
          where + ", ledger", expected.differences(DatabaseCounts.ledger(database, generator)));
      findings.addAll(
          where + ", rollups", expected.differences(DatabaseCounts.rollups(database, generator)));
      long keys = DatabaseCounts.keys(database, generator);
      findings.unless(
          keys == taken, where + ", ledger", keys + " identity keys for " + taken + " events");
      long dead = DatabaseCounts.pipe(database).dead();
      findings.unless(dead == 0, where, dead + " batches were dead-lettered");
    } catch (SQLException e) {
      findings.add(where, "the database does not answer: " + e.getMessage());
    }
  }
}
