package io.ledgerline.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.schedule.Agenda.Decision;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class AgendaTest {
  private static final DueTimes NIGHTLY =
      new DueTimes(new CronRule("30 2 * * *"), ZoneId.of("UTC"));
  private static final Instant FIRST = Instant.parse("2023-11-17T02:30:00Z");
  private static final Instant SECOND = Instant.parse("2023-11-18T02:30:00Z");
  private static final Instant THIRD = Instant.parse("2023-11-19T02:30:00Z");
  private static final Instant NOW = Instant.parse("2023-11-19T12:00:00Z");
  private static final Instant END = Instant.parse("2024-01-01T00:00:00Z");

  private static Agenda.Step step(CatchUp catchUp, Instant next, Instant now, int limit) {
    return new Agenda(NIGHTLY, END, catchUp).step(next, now, limit);
  }

  @Test
  void nothingIsDoneBeforeItIsDue() {
    Agenda.Step step = step(CatchUp.ALL, FIRST, FIRST.minusMillis(1), 10);
    assertThat(step.decisions()).isEmpty();
    assertThat(step.next()).isEqualTo(FIRST);
  }

  @Test
  void aRunIsMadeAtItsDueTimeWhateverThePolicy() {
    for (CatchUp policy : CatchUp.values()) {
      Agenda.Step step = step(policy, FIRST, FIRST, 10);
      assertThat(step.decisions()).containsExactly(new Decision(FIRST, true));
      assertThat(step.next()).isEqualTo(SECOND);
    }
  }

  @Test
  void allMissedRunsAreMadeOldestFirst() {
    Agenda.Step step = step(CatchUp.ALL, FIRST, NOW, 10);
    assertThat(step.decisions())
        .containsExactly(
            new Decision(FIRST, true), new Decision(SECOND, true), new Decision(THIRD, true));
  }

  @Test
  void onlyTheLatestMissedRunIsMade() {
    Agenda.Step step = step(CatchUp.LATEST, FIRST, NOW, 10);
    assertThat(step.decisions())
        .containsExactly(
            new Decision(FIRST, false), new Decision(SECOND, false), new Decision(THIRD, true));
  }

  @Test
  void noMissedRunIsMade() {
    assertThat(step(CatchUp.NONE, FIRST, NOW, 10).decisions())
        .extracting(Decision::makesRun)
        .containsOnly(false);
  }

  @Test
  void aLongBacklogIsWorkedOffInSteps() {
    Agenda.Step step = step(CatchUp.LATEST, FIRST, NOW, 2);
    assertThat(step.decisions())
        .containsExactly(new Decision(FIRST, false), new Decision(SECOND, false));
    assertThat(step.next()).isEqualTo(THIRD);
    assertThat(step(CatchUp.LATEST, step.next(), NOW, 2).decisions())
        .containsExactly(new Decision(THIRD, true));
  }

  @Test
  void theEndIsExclusive() {
    Agenda agenda = new Agenda(NIGHTLY, SECOND, CatchUp.ALL);
    Agenda.Step step = agenda.step(FIRST, NOW, 10);
    assertThat(step.decisions()).containsExactly(new Decision(FIRST, true));
    assertThat(step.next()).isNull();
    assertThat(agenda.firstFrom(SECOND)).isEmpty();
    assertThat(agenda.firstFrom(FIRST)).contains(FIRST);
  }
}
