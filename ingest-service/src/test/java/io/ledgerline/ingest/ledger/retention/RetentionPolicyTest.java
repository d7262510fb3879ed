package io.ledgerline.ingest.ledger.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetentionPolicyTest {
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);

  private static RetentionPolicy keep(int months) {
    return new RetentionPolicy(OptionalInt.of(months), Optional.empty(), true);
  }

  @Test
  void withoutSettingsNothingIsEverClosed() {
    assertThat(RetentionPolicy.FOR_EVER.faults()).isEmpty();
    assertThat(RetentionPolicy.FOR_EVER.closesAt(JANUARY)).isEmpty();
    assertThat(RetentionPolicy.FOR_EVER.openFrom(Instant.parse("2199-01-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void aMonthIsKeptForFullMonthsAfterItsEnd() {
    assertThat(keep(1).keptUntil(JANUARY)).contains(Instant.parse("2026-03-01T00:00:00Z"));
    assertThat(keep(12).keptUntil(JANUARY)).contains(Instant.parse("2027-02-01T00:00:00Z"));
    assertThat(keep(12).closesAt(JANUARY)).isEqualTo(keep(12).keptUntil(JANUARY));
  }

  @Test
  void aMonthMayCloseLongBeforeItGoes() {
    RetentionPolicy policy =
        new RetentionPolicy(OptionalInt.of(24), Optional.of(Duration.ofDays(45)), true);

    assertThat(policy.closesAt(JANUARY)).contains(Instant.parse("2026-03-18T00:00:00Z"));
    assertThat(policy.keptUntil(JANUARY)).contains(Instant.parse("2028-02-01T00:00:00Z"));
  }

  @Test
  void theHorizonIsTheEarliestMonthThatIsStillOpen() {
    assertThat(keep(1).openFrom(Instant.parse("2026-02-28T23:59:59Z")))
        .contains(YearMonth.of(2026, 1));
    assertThat(keep(1).openFrom(Instant.parse("2026-03-01T00:00:00Z")))
        .contains(YearMonth.of(2026, 2));
  }

  @Property
  void whatIsOpenHasNotReachedItsEndAndWhatIsBehindHas(
      @ForAll @IntRange(min = 1, max = 60) int months,
      @ForAll @IntRange(min = 1, max = 400) int days,
      @ForAll boolean byGrace,
      @ForAll @IntRange(min = 0, max = 100_000) int hours) {
    RetentionPolicy policy =
        byGrace
            ? new RetentionPolicy(OptionalInt.empty(), Optional.of(Duration.ofDays(days)), false)
            : keep(months);
    Instant now = Instant.parse("2020-01-01T00:00:00Z").plus(Duration.ofHours(hours));

    YearMonth from = policy.openFrom(now).orElseThrow();

    assertThat(policy.closesAt(from).orElseThrow()).isAfter(now);
    assertThat(policy.closesAt(from.minusMonths(1)).orElseThrow()).isBeforeOrEqualTo(now);
    assertThat(from.isAfter(Months.of(now))).isFalse();
  }

  @Test
  void settingsThatMakeNoSenseAreNamed() {
    assertThat(new RetentionPolicy(OptionalInt.of(12), Optional.empty(), false).faults())
        .singleElement()
        .asString()
        .contains("keep-months needs ledgerline.retention.archive.bucket");
    assertThat(keep(0).faults()).singleElement().asString().contains("keep-months is 1 to 1200");
    assertThat(
            new RetentionPolicy(OptionalInt.empty(), Optional.of(Duration.ofHours(1)), false)
                .faults())
        .singleElement()
        .asString()
        .contains("closed-after is one day");
  }

  @Test
  void aServiceWithSettingsThatMakeNoSenseDoesNotStart() {
    assertThatThrownBy(() -> new PolicyProducer().check(null, keep(0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("settings of retention make no sense");
  }
}
