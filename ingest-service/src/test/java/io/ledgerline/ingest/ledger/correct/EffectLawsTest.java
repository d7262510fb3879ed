package io.ledgerline.ingest.ledger.correct;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EffectLawsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Property(tries = 60)
  void theEffectIsTheSameHoweverItIsCutIntoPieces(
      @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 400) int size) {
    Effect whole = Effect.of(steps);

    Effect sum = Effect.NONE;
    for (int start = 0; start < steps.size(); start += size) {
      sum = sum.plus(Effect.of(steps.subList(start, Math.min(steps.size(), start + size))));
    }

    assertThat(sum).isEqualTo(whole);
    assertThat(EffectView.of(whole).effect().plus(Effect.NONE))
        .usingRecursiveComparison()
        .ignoringFields("verdicts")
        .isEqualTo(whole);
    assertThat(EffectView.of(EffectView.of(whole).effect())).isEqualTo(EffectView.of(whole));
  }

  @Property(tries = 60)
  void theEffectIsBoundedAndItsPartsAddUp(@ForAll("steps") List<Step> steps) {
    Effect effect = Effect.of(steps);

    assertThat(effect.byAccount().size()).isLessThanOrEqualTo(Effect.MAX_ACCOUNTS);
    assertThat(effect.byTime().size()).isLessThanOrEqualTo(Effect.MAX_SPANS);
    assertThat(effect.first()).hasSize(Math.min(Effect.MAX_NAMED, steps.size()));
    assertThat(effect.byTime().values().stream().reduce(Sums.NONE, Sums::plus))
        .isEqualTo(effect.total());
    assertThat(effect.byAccount().values().stream().reduce(effect.otherAccounts(), Sums::plus))
        .isEqualTo(effect.total());
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> hours = Arbitraries.integers().between(0, 20_000);
    Arbitrary<Integer> accounts = Arbitraries.integers().between(0, 150);
    Arbitrary<Long> amounts = Arbitraries.longs().between(1, 1_000_000);
    return Combinators.combine(hours, accounts, amounts)
        .as(EffectLawsTest::voided)
        .list()
        .ofMaxSize(600);
  }

  private static Step voided(int hour, int account, long amount) {
    StoredRow row =
        new StoredRow(
            new Place(1, 0),
            UUID.randomUUID(),
            "s",
            1,
            "id-" + amount,
            START.plusSeconds(3600L * hour),
            new Dimensions(
                "account-" + account,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                PriceClass.of(null)),
            Quantities.of(new MeterName("input_tokens"), amount),
            null);
    return new Step(Target.selected(row), Verdict.VOIDED, null, null, row, null);
  }
}
