package io.ledgerline.report.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Validity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds for every price book, compared with a book that looks at all its entries. */
class PriceBookLawsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LEARNT = Instant.parse("2026-02-01T00:00:00Z");
  private static final int QUARTERS = 6;

  @Provide
  Arbitrary<List<Entry<PriceMatch, Tariff>>> entries() {
    return Combinators.combine(
            matches(),
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(0, QUARTERS - 1),
            Arbitraries.integers().between(1, QUARTERS),
            Arbitraries.integers().between(0, 20))
        .as(PriceBookLawsTest::entry)
        .list()
        .ofMaxSize(25);
  }

  private static Arbitrary<PriceMatch> matches() {
    return Combinators.combine(
            Arbitraries.of("azure", "openai").injectNull(0.5),
            Arbitraries.of(
                ModelSelector.ANY,
                ModelSelector.exact("m"),
                ModelSelector.exact("us.x.m"),
                ModelSelector.alias("m"),
                ModelSelector.alias("x.m"),
                ModelSelector.pattern("m*"),
                ModelSelector.pattern("us.*")),
            Arbitraries.of("eu").injectNull(0.7),
            classes())
        .as(
            (provider, model, region, priceClass) ->
                new PriceMatch(provider, model, region, null, MeterName.INPUT_TOKENS, priceClass));
  }

  private static Arbitrary<PriceClass> classes() {
    return Arbitraries.of(
        PriceClass.NONE,
        PriceClass.of(Map.of("batch", "true")),
        PriceClass.of(Map.of("cache_ttl", "1h")),
        PriceClass.of(Map.of("batch", "true", "cache_ttl", "1h")));
  }

  @Provide
  Arbitrary<PriceQuestion> questions() {
    return Combinators.combine(
            Arbitraries.of("azure", "az.ai.openai", "openai", "other").injectNull(0.4),
            Arbitraries.of("m", "x.m", "us.x.m", "m-20250101", "n").injectNull(0.1),
            Arbitraries.of("eu", "us").injectNull(0.3),
            classes())
        .as(
            (provider, model, region, priceClass) ->
                new PriceQuestion(
                    provider, model, region, null, MeterName.INPUT_TOKENS, priceClass));
  }

  private static Entry<PriceMatch, Tariff> entry(
      PriceMatch match, int price, int from, int length, int known) {
    return new Entry<>(
        UUID.randomUUID(),
        match,
        price == 0 ? null : Prices.flat(Integer.toString(price), 1000),
        new Validity(quarter(from), from + length > QUARTERS ? null : quarter(from + length)),
        LEARNT.plusSeconds(known),
        new Provenance("test", "test"));
  }

  private static Instant quarter(int n) {
    return START.plus(Duration.ofMinutes(15L * n));
  }

  private static PriceBook book(List<Entry<PriceMatch, Tariff>> entries, int known) {
    return Prices.book(LEARNT.plusSeconds(known), entries);
  }

  @Property
  void theOrderOfEntriesMeansNothing(
      @ForAll("entries") List<Entry<PriceMatch, Tariff>> entries,
      @ForAll("questions") PriceQuestion asked,
      @ForAll @IntRange(max = QUARTERS) int at,
      @ForAll Random random) {
    List<Entry<PriceMatch, Tariff>> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, random);
    assertThat(book(shuffled, 20).find(asked, quarter(at)))
        .isEqualTo(book(entries, 20).find(asked, quarter(at)));
  }

  @Property
  void whatIsLearntLaterChangesNothingOfWhatWasKnown(
      @ForAll("entries") List<Entry<PriceMatch, Tariff>> entries,
      @ForAll("questions") PriceQuestion asked,
      @ForAll @IntRange(max = QUARTERS) int at,
      @ForAll @IntRange(max = 20) int known) {
    List<Entry<PriceMatch, Tariff>> earlier =
        entries.stream().filter(e -> !e.knownSince().isAfter(LEARNT.plusSeconds(known))).toList();
    assertThat(book(entries, known).find(asked, quarter(at)))
        .isEqualTo(book(earlier, known).find(asked, quarter(at)));
  }

  @Property
  void theMostSpecificPriceThatAcceptsTheUsageIsUsed(
      @ForAll("entries") List<Entry<PriceMatch, Tariff>> entries,
      @ForAll("questions") PriceQuestion asked,
      @ForAll @IntRange(max = QUARTERS) int at) {
    PriceBook book = book(entries, 20);
    Finding found = book.find(asked, quarter(at));
    if (asked.provider() == null) {
      return; // Without a provider the kind of price decides, see PriceBookTest.
    }
    List<PriceMatch> counting =
        book.register().keys().stream()
            .filter(match -> book.register().at(match, quarter(at)).isPresent())
            .filter(match -> accepts(match, asked))
            .sorted(Comparator.comparingInt(match -> -rank(match, asked)))
            .toList();
    assertThat(found.isFound()).isEqualTo(!counting.isEmpty());
    if (found.isFound()) {
      assertThat(rank(found.price().key(), asked)).isEqualTo(rank(counting.getFirst(), asked));
      assertThat(found.price())
          .isEqualTo(book.register().at(found.price().key(), quarter(at)).orElseThrow());
    }
  }

  private static boolean accepts(PriceMatch match, PriceQuestion asked) {
    return (match.provider() == null || match.provider().equals(Provider.family(asked.provider())))
        && (match.region() == null || match.region().equals(asked.region()))
        && asked
            .priceClass()
            .values()
            .entrySet()
            .containsAll(match.priceClass().values().entrySet())
        && closeness(match.model(), asked.model()) > 0;
  }

  private static int rank(PriceMatch match, PriceQuestion asked) {
    return 100 * closeness(match.model(), asked.model()) + match.named();
  }

  /** How close the selector is to the name, by hand for the names used here; 0 for not at all. */
  private static int closeness(ModelSelector selector, String model) {
    if (selector.kind() == ModelSelector.Kind.ANY) {
      return 1;
    }
    if (model == null) {
      return 0;
    }
    List<String> names =
        switch (model) {
          case "us.x.m" -> List.of("us.x.m", "x.m");
          case "m-20250101" -> List.of("m-20250101", "m");
          default -> List.of(model);
        };
    return switch (selector.kind()) {
      case EXACT -> selector.text().equals(model) ? 90 : 0;
      case ALIAS -> names.contains(selector.text()) ? 80 - names.indexOf(selector.text()) : 0;
      case PATTERN -> names.stream().anyMatch(selector::fits) ? 10 + selector.literals() : 0;
      default -> 1;
    };
  }

  @Property
  void aBandOfALargerSumIsTheSameOrALaterOne(
      @ForAll @IntRange(max = 10_000) int one, @ForAll @IntRange(max = 10_000) int more) {
    Bands bands =
        new Bands(
            List.of(
                new Band(null, new BigDecimal(100), new BigDecimal("3")),
                new Band(new BigDecimal(100), new BigDecimal(5000), new BigDecimal("2")),
                new Band(new BigDecimal(5000), null, new BigDecimal("1"))));
    Band band = bands.of(new BigDecimal(one));
    assertThat(bands.of(new BigDecimal(one + more)).from()).isGreaterThanOrEqualTo(band.from());
  }

  @Test
  void tenThousandPricesAreIndexedAndAskedInAMoment() {
    List<Entry<PriceMatch, Tariff>> entries = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      entries.add(Prices.perThousand("model-" + i, MeterName.INPUT_TOKENS, "1"));
    }
    PriceBook warm = Prices.book(Prices.KNOWN, entries);
    long begin = System.nanoTime();
    PriceBook book = Prices.book(Prices.KNOWN, entries);
    Duration built = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(built).isLessThan(Duration.ofSeconds(1));
    PriceQuestion asked =
        new PriceQuestion(null, "model-7777", null, null, MeterName.INPUT_TOKENS, PriceClass.NONE);
    assertThat(book.find(asked, START)).isEqualTo(warm.find(asked, START));
    assertThat(book.find(asked, START).isFound()).isTrue();
  }
}
