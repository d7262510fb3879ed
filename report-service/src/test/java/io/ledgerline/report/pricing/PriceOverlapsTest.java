package io.ledgerline.report.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceOverlapsTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final ModelSelector M = ModelSelector.alias("m");

  private static PriceMatch match(
      String provider, ModelSelector model, String region, Map<String, String> priceClass) {
    return new PriceMatch(
        provider, model, region, null, MeterName.INPUT_TOKENS, PriceClass.of(priceClass));
  }

  private static boolean overlap(PriceMatch one, PriceMatch other) {
    boolean found = !among(List.of(always(one), always(other)), one).isEmpty();
    assertThat(among(List.of(always(one), always(other)), other).isEmpty()).isEqualTo(!found);
    return found;
  }

  private static List<PriceOverlap> among(
      List<Entry<PriceMatch, Tariff>> entries, PriceMatch looked) {
    return PriceOverlaps.among(new Register<>(Prices.KNOWN, entries), List.of(looked), 10);
  }

  private static Entry<PriceMatch, Tariff> always(PriceMatch match) {
    return Prices.entry(match, Prices.flat("1", 1000), Validity.ALWAYS, Prices.KNOWN);
  }

  @Test
  void twoThatNameDifferentThingsMeetInUsageThatHasBoth() {
    assertThat(overlap(match("azure", M, null, Map.of()), match(null, M, "eu", Map.of()))).isTrue();
    assertThat(
            overlap(
                match("azure", M, null, Map.of()), match(null, M, null, Map.of("batch", "true"))))
        .isTrue();
    assertThat(
            overlap(
                match(null, M, null, Map.of("batch", "true")),
                match(null, M, null, Map.of("cache_ttl", "1h"))))
        .isTrue();
    assertThat(
            overlap(
                match("azure", M, "eu", Map.of()),
                match("azure", M, null, Map.of("batch", "true"))))
        .isTrue();
  }

  @Test
  void twoThatDifferInWhatBothNameNeverMeet() {
    assertThat(overlap(match("azure", M, null, Map.of()), match("openai", M, null, Map.of())))
        .isFalse();
    assertThat(
            overlap(
                match("azure", M, "eu", Map.of()),
                match("openai", M, null, Map.of("batch", "true"))))
        .isFalse();
    assertThat(
            overlap(
                match(null, M, null, Map.of("service_tier", "flex")),
                match(null, M, null, Map.of("service_tier", "priority"))))
        .isFalse();
  }

  @Test
  void theMoreSpecificOneIsNoOverlap() {
    assertThat(overlap(match(null, M, null, Map.of()), match("azure", M, null, Map.of())))
        .isFalse();
    assertThat(
            overlap(
                match("azure", M, "eu", Map.of()), match(null, M, null, Map.of("batch", "true"))))
        .isFalse();
    assertThat(
            overlap(
                match(null, M, null, Map.of()),
                match(null, ModelSelector.exact("m"), null, Map.of())))
        .isFalse();
    assertThat(
            overlap(
                match(null, M, null, Map.of()),
                match(null, ModelSelector.pattern("m*"), null, Map.of())))
        .isFalse();
  }

  @Test
  void aBatchRequestHasNoServiceTier() {
    assertThat(
            overlap(
                match(null, M, null, Map.of("batch", "true")),
                match(null, M, null, Map.of("service_tier", "flex"))))
        .isFalse();
  }

  @Test
  void otherModelsAndMetersNeverMeet() {
    assertThat(
            overlap(
                match("azure", M, null, Map.of()),
                match(null, ModelSelector.alias("n"), "eu", Map.of())))
        .isFalse();
    PriceMatch output =
        new PriceMatch(null, M, "eu", null, MeterName.OUTPUT_TOKENS, PriceClass.NONE);
    assertThat(overlap(match("azure", M, null, Map.of()), output)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-*,*-4oxy,false",
    "gpt-*,*-4og,true",
    "gpt-4*,gpt-5*,false",
    "gpt-4*,gpt*4,true",
    "*a,*b,false",
    "a*,b*,false",
    "*a*,*b*,true",
    "a*c,a*d,false",
    "ab*,a*b,true",
    "a*b*c,ac*b,false",
    "a*b*c,a*cc,true",
    "a**,*a*,true"
  })
  void patternsOfEqualLengthMeetWhenSomeNameFitsBoth(String one, String other, boolean meet) {
    assertThat(
            overlap(
                match(null, ModelSelector.pattern(one), null, Map.of()),
                match(null, ModelSelector.pattern(other), null, Map.of())))
        .isEqualTo(meet && sameLength(one, other));
  }

  private static boolean sameLength(String one, String other) {
    return one.replace("*", "").length() == other.replace("*", "").length();
  }

  @Property(tries = 2000)
  void twoPatternsMeetJustWhenTheNameBuiltFromThemFitsBoth(
      @ForAll @StringLength(max = 6) @Chars({'a', 'b', '*'}) String one,
      @ForAll @StringLength(max = 6) @Chars({'a', 'b', '*'}) String other) {
    String p = one + "*";
    String q = "*" + other;
    String r = other.replace("*", "") + "*" + one;
    for (String x : List.of(p, q, r)) {
      for (String y : List.of(p, q, r)) {
        assertThat(Wildcards.meet(x, y)).isEqualTo(meetByHand(x, y));
      }
    }
  }

  /** Walks through both patterns at once. */
  private static boolean meetByHand(String x, String y) {
    if (x.isEmpty() || y.isEmpty()) {
      return x.replace("*", "").isEmpty() && y.replace("*", "").isEmpty();
    }
    if (x.charAt(0) == '*') {
      return meetByHand(x.substring(1), y) || meetByHand(x, y.substring(1));
    }
    if (y.charAt(0) == '*') {
      return meetByHand(x, y.substring(1)) || meetByHand(x.substring(1), y);
    }
    return x.charAt(0) == y.charAt(0) && meetByHand(x.substring(1), y.substring(1));
  }

  @Property(tries = 1000)
  void aNameFitsAPatternAsTheRegularExpressionSays(
      @ForAll @StringLength(max = 8) @Chars({'a', 'b', '*', '.'}) String pattern,
      @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'b') String name) {
    String regex = pattern.replace(".", "\\.").replace("*", ".*");
    assertThat(Wildcards.fits(pattern, name)).isEqualTo(name.matches(regex));
  }

  @Test
  void onlyTimesAtWhichBothCountAreAnOverlap() {
    PriceMatch azure = match("azure", M, null, Map.of());
    PriceMatch eu = match(null, M, "eu", Map.of());
    Entry<PriceMatch, Tariff> before = entry(azure, null, NOON, 0, true);
    Entry<PriceMatch, Tariff> after = entry(eu, NOON, null, 0, true);
    assertThat(among(List.of(before, after), azure)).isEmpty();
    Entry<PriceMatch, Tariff> longer = entry(azure, null, NOON.plusSeconds(900), 1, true);
    assertThat(among(List.of(before, after, longer), azure))
        .containsExactly(new PriceOverlap(azure, after, NOON));
    Entry<PriceMatch, Tariff> withdrawn = entry(azure, NOON, null, 2, false);
    assertThat(among(List.of(before, after, longer, withdrawn), eu)).isEmpty();
  }

  private static Entry<PriceMatch, Tariff> entry(
      PriceMatch match, Instant from, Instant to, int known, boolean priced) {
    return new Entry<>(
        UUID.randomUUID(),
        match,
        priced ? Prices.flat("1", 1000) : null,
        new Validity(from == null ? Instant.EPOCH : from, to),
        Prices.KNOWN.minusSeconds(10 - known),
        new Provenance("test", "test"));
  }

  @Test
  void tensOfThousandsOfPricesOfOneModelAreCheckedInAMoment() {
    List<Entry<PriceMatch, Tariff>> entries = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      entries.add(always(match("azure", M, "region-" + i, Map.of())));
      entries.add(always(match("p" + i, M, null, Map.of("batch", "true"))));
      entries.add(always(match(null, ModelSelector.pattern("m" + i + "-*"), null, Map.of())));
      entries.add(
          always(match(null, ModelSelector.pattern("same*" + (10_000 + i)), null, Map.of())));
    }
    Register<PriceMatch, Tariff> book = new Register<>(Prices.KNOWN, entries);
    long begin = System.nanoTime();
    assertThat(PriceOverlaps.among(book, book.keys(), 10)).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
  }
}
