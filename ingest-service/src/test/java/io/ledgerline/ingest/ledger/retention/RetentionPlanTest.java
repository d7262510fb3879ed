package io.ledgerline.ingest.ledger.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.ingest.ledger.retention.Verdict.Step;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetentionPlanTest {
  private static final RetentionPolicy YEAR =
      new RetentionPolicy(OptionalInt.of(12), Optional.empty(), true);
  private static final Instant LONG_AFTER = Instant.parse("2030-01-01T00:00:00Z");

  private static MonthView month(MonthState state) {
    return new MonthView(
        YearMonth.of(2026, 1), state, true, 0, 0, MonthView.Archive.DONE, List.of());
  }

  private static Verdict judge(MonthView month) {
    return new RetentionPlan(YEAR, LONG_AFTER).judge(month);
  }

  @Test
  void aMonthTakesOneStepAfterTheOther() {
    assertThat(judge(month(MonthState.OPEN))).isEqualTo(Verdict.now(Step.CLOSE));
    assertThat(judge(month(MonthState.CLOSING))).isEqualTo(Verdict.now(Step.SETTLE));
    assertThat(judge(month(MonthState.CLOSED))).isEqualTo(Verdict.now(Step.ARCHIVE));
    assertThat(judge(month(MonthState.ARCHIVED))).isEqualTo(Verdict.now(Step.DETACH));
    assertThat(judge(month(MonthState.DETACHED))).isEqualTo(Verdict.now(Step.DROP));
    assertThat(judge(month(MonthState.DROPPED)).code()).isEqualTo("dropped");
  }

  @Test
  void batchesOnTheirWayKeepAMonthFromBeingClosed() {
    MonthView closing = month(MonthState.CLOSING);
    assertThat(judge(with(closing, 1, 1)).code()).isEqualTo("unsealed");
    assertThat(judge(with(closing, 0, 1)).code()).isEqualTo("unconfirmed");
  }

  @Test
  void whatIsNotArchivedStays() {
    MonthView closed = month(MonthState.CLOSED);
    assertThat(judge(with(closed, MonthView.Archive.RUNNING)).code()).isEqualTo("archiving");
    assertThat(judge(with(closed, MonthView.Archive.FAILED)).code()).isEqualTo("archive-failed");
    Verdict nowhere =
        new RetentionPlan(RetentionPolicy.FOR_EVER, LONG_AFTER)
            .judge(with(closed, MonthView.Archive.NONE));
    assertThat(nowhere.code()).isEqualTo("no-archive-bucket");
  }

  @Test
  void whatIsArchivedStaysUntilItsTime() {
    Verdict early =
        new RetentionPlan(YEAR, Instant.parse("2027-01-31T23:59:59Z"))
            .judge(month(MonthState.ARCHIVED));
    Verdict never =
        new RetentionPlan(RetentionPolicy.FOR_EVER, LONG_AFTER).judge(month(MonthState.ARCHIVED));

    assertThat(early.code()).isEqualTo("kept");
    assertThat(never.code()).isEqualTo("for-ever");
  }

  @Property
  void noMonthWithAHoldEverLeaves(
      @ForAll MonthState state,
      @ForAll MonthView.Archive archive,
      @ForAll @IntRange(max = 2) int unsealed,
      @ForAll @IntRange(max = 2) int unconfirmed,
      @ForAll boolean behind) {
    MonthView held =
        new MonthView(
            YearMonth.of(2026, 1), state, behind, unsealed, unconfirmed, archive, List.of(7L));

    Verdict verdict = judge(held);

    if (verdict.isNow()) {
      assertThat(verdict.next()).isNotIn(Step.DETACH, Step.DROP);
    }
  }

  private static MonthView with(MonthView m, long unsealed, long unconfirmed) {
    return new MonthView(
        m.month(), m.state(), m.behindHorizon(), unsealed, unconfirmed, m.archive(), m.holds());
  }

  private static MonthView with(MonthView m, MonthView.Archive archive) {
    return new MonthView(
        m.month(), m.state(), m.behindHorizon(), m.unsealed(), m.unconfirmed(), archive, m.holds());
  }
}
