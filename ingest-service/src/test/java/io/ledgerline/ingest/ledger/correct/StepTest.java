package io.ledgerline.ingest.ledger.correct;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.SampledResource;
import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.ingest.ledger.batch.Fact;
import io.ledgerline.ingest.ledger.batch.LabelsJson;
import io.ledgerline.ingest.ledger.batch.LedgerRow;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StepTest {
  private static final Instant TIME = Instant.parse("2026-02-03T04:05:06.5Z");
  private static final UUID IDENTITY = new UUID(1, 1);
  private static final UUID BODY = new UUID(2, 2);
  private static final Dimensions WHERE =
      new Dimensions("account", null, null, null, null, null, null, null, PriceClass.of(null));
  private static final Quantities TEN = Quantities.of(new MeterName("input_tokens"), 10);
  private static final StoredRow ROW =
      new StoredRow(new Place(7, 3), IDENTITY, "s", 1, "id", TIME, WHERE, TEN, null);
  private static final EventState NEW = state(1, BODY, null, null);
  private static final EventState VOID = state(2, null, null, ROW.place());
  private static final Reason TOO_LATE = new Reason("before-horizon", "time", "too late");
  private static final OpenTimes OPEN = new OpenTimes(Instant.EPOCH, TOO_LATE);
  private static final OpenTimes SHUT = new OpenTimes(TIME.plusSeconds(1), TOO_LATE);

  private static final Target NAMED = Target.named("s", "id", IDENTITY);
  private static final Target SELECTED = Target.selected(ROW);

  private static EventState state(int version, UUID body, Place place, Place taken) {
    return new EventState(IDENTITY, 1, version, TIME, body, place, taken, null);
  }

  private static Target version(UUID body, Instant time, boolean timeGiven) {
    LedgerRow row = new LedgerRow(IDENTITY, body, "id", 9, new Fact(WHERE, time, TEN), null);
    return Target.replaced("s", "id", row, timeGiven);
  }

  private static Step decide(Target target, EventState state, StoredRow row, OpenTimes open) {
    return Step.decide(target, state, row, open).orElseThrow();
  }

  private static Verdict verdict(Target target, EventState state, StoredRow row) {
    return decide(target, state, row, OPEN).verdict();
  }

  @Test
  void anEventThatCountsIsTakenBack() {
    Step step = decide(NAMED, NEW, ROW, OPEN);

    assertThat(step.verdict()).isEqualTo(Verdict.VOIDED);
    assertThat(step.taken()).isEqualTo(ROW);
    assertThat(step.added()).isNull();
  }

  @Test
  void aReversalAndAMovedVersionKeepTheTagsAndTheResourceOfTheirEvent() {
    Labels tags = Labels.of(Map.of("team", "search"));
    String labels = LabelsJson.of(tags, Labels.of(Map.of("resource", "vm-1")));
    SampledResource sampled = new SampledResource("s", "vm-1", false);
    StoredRow row =
        new StoredRow(new Place(7, 3), IDENTITY, "s", 1, "id", TIME, WHERE, TEN, labels);
    LedgerRow other =
        new LedgerRow(
            IDENTITY,
            new UUID(3, 3),
            "id",
            9,
            new Fact(WHERE, Instant.EPOCH, TEN, 1, tags, sampled),
            labels);

    assertThat(row.reversal(BODY, 9).fact())
        .isEqualTo(new Fact(WHERE, TIME, TEN, -1, tags, sampled));
    assertThat(decide(Target.replaced("s", "id", other, false), NEW, row, OPEN).added().fact())
        .isEqualTo(new Fact(WHERE, TIME, TEN, 1, tags, sampled));
  }

  @Test
  void whatIsVoidOrUnknownIsLeftAlone() {
    assertThat(verdict(NAMED, VOID, null)).isEqualTo(Verdict.ALREADY_VOID);
    assertThat(verdict(NAMED, null, null)).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aSelectedRowInWhosePlaceAnotherVersionStandsIsNobodysBusiness() {
    EventState replaced = state(2, BODY, new Place(8, 0), ROW.place());

    assertThat(Step.decide(SELECTED, replaced, null, OPEN)).isEmpty();
    assertThat(verdict(SELECTED, VOID, null)).isEqualTo(Verdict.ALREADY_VOID);
    assertThat(verdict(SELECTED, NEW, null)).isEqualTo(Verdict.VOIDED);
    assertThat(Step.decide(SELECTED, state(3, null, null, new Place(8, 0)), null, OPEN)).isEmpty();
  }

  @Test
  void aNewVersionTakesThePlaceOfWhatIsThereOrOfNothing() {
    UUID other = new UUID(3, 3);

    assertThat(decide(version(other, TIME, true), NEW, ROW, OPEN).taken()).isEqualTo(ROW);
    assertThat(decide(version(other, TIME, true), VOID, null, OPEN).taken()).isNull();
    assertThat(verdict(version(other, TIME, true), VOID, null)).isEqualTo(Verdict.REPLACED);
    assertThat(verdict(version(BODY, TIME, true), NEW, ROW)).isEqualTo(Verdict.UNCHANGED);
    assertThat(verdict(version(other, TIME, true), null, null)).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aNewVersionWithoutATimeHappenedWhenTheOldOneDid() {
    Target timeless = version(new UUID(3, 3), TIME.plusSeconds(99), false);

    assertThat(decide(timeless, NEW, ROW, OPEN).added().fact().time()).isEqualTo(TIME);
    assertThat(decide(timeless, VOID, null, OPEN).added().fact().time()).isEqualTo(TIME);
  }

  @Test
  void nothingOfAClosedMonthIsCorrectedAndNothingIsMovedIntoOne() {
    assertThat(decide(NAMED, NEW, ROW, SHUT).verdict()).isEqualTo(Verdict.CLOSED);
    assertThat(decide(NAMED, NEW, null, OPEN).verdict()).isEqualTo(Verdict.CLOSED);
    assertThat(decide(SELECTED, NEW, null, SHUT).verdict()).isEqualTo(Verdict.CLOSED);
    assertThat(decide(version(new UUID(3, 3), TIME, true), NEW, ROW, SHUT).verdict())
        .isEqualTo(Verdict.CLOSED);
    Step moved = decide(version(new UUID(3, 3), TIME, true), VOID, null, SHUT);
    assertThat(moved.verdict()).isEqualTo(Verdict.REJECTED);
    assertThat(moved.reason()).isEqualTo(TOO_LATE);
    assertThat(moved.added()).isNull();
  }

  @Test
  void aVersionThatBreaksARuleIsRejectedWithItsReason() {
    Step step = decide(Target.faulty("s", "id", TOO_LATE), null, null, OPEN);

    assertThat(step.verdict()).isEqualTo(Verdict.REJECTED);
    assertThat(step.reason()).isEqualTo(TOO_LATE);
  }
}
