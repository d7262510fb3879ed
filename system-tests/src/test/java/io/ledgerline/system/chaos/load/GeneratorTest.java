package io.ledgerline.system.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  private static final int COUNT = 3000;

  private final Generator generator = new Generator(42, "t");

  @Property(tries = 50)
  void aNumberIsAlwaysTheSameEvent(@ForAll long seed, @ForAll @IntRange(max = COUNT) int number) {
    assertThat(new Generator(seed, "x").event(number))
        .isEqualTo(new Generator(seed, "x").event(number));
  }

  @Test
  void everyNumberHasItsOwnIdentityThoughSourcesShareIds() {
    List<ChaosEvent> events = generator.events(COUNT).toList();
    Set<String> identities = new HashSet<>();
    Set<String> ids = new HashSet<>();
    events.forEach(
        event -> {
          identities.add(event.source() + " " + event.id());
          ids.add(event.id());
        });
    assertThat(identities).hasSize(COUNT);
    assertThat(ids).hasSize(COUNT);
    assertThat(events)
        .extracting(ChaosEvent::source)
        .containsOnly("chaos:t:0", "chaos:t:1", "chaos:t:2");
  }

  @Test
  void eventsLieOnEveryDayOnBothSidesOfTheMonthsEndAndOnMidnightItself() {
    List<ChaosEvent> events = generator.events(COUNT).toList();
    assertThat(events)
        .extracting(event -> LocalDate.ofInstant(event.time(), ZoneOffset.UTC))
        .hasSameElementsAs(Generator.days());
    assertThat(events)
        .extracting(event -> event.time().toString())
        .contains("2024-03-01T00:00:00Z", "2024-02-29T23:59:59.999999Z");
  }

  @Test
  void metersHaveDecimalsAndEveryAccountIsUsed() {
    List<ChaosEvent> events = generator.events(COUNT).toList();
    assertThat(events).extracting(ChaosEvent::account).containsOnly(accounts());
    assertThat(events.stream().flatMap(event -> event.quantities().values().stream()))
        .allMatch(quantity -> quantity.signum() > 0)
        .anyMatch(quantity -> quantity.scale() > 3);
    assertThat(Sums.of(events.stream()).total("gpu_hours")).isGreaterThan(BigDecimal.TEN);
  }

  private static String[] accounts() {
    return java.util.stream.IntStream.range(0, Generator.ACCOUNTS)
        .mapToObj(number -> "chaos-t-" + number)
        .toArray(String[]::new);
  }

  @Property(tries = 200)
  void aRestampedCopyHasTheSameIdentityAndAnotherMeaning(
      @ForAll @IntRange(max = COUNT) int number) {
    ChaosEvent event = generator.event(number);
    ChaosEvent copy = generator.restamped(number);

    assertThat(copy.source() + copy.id()).isEqualTo(event.source() + event.id());
    assertThat(copy.time().equals(event.time()) && copy.account().equals(event.account()))
        .isFalse();
    assertThat(copy.quantities()).isEqualTo(event.quantities());
  }

  @Property(tries = 100)
  void numbersAndTextsInJsonMeanTheSame(@ForAll @IntRange(max = COUNT) int number) {
    ChaosEvent event = generator.event(number);
    var numbers = event.toJson(false).path("quantities");
    var texts = event.toJson(true).path("quantities");
    event
        .quantities()
        .forEach(
            (meter, quantity) -> {
              assertThat(numbers.path(meter).decimalValue()).isEqualByComparingTo(quantity);
              assertThat(new BigDecimal(texts.path(meter).asText())).isEqualByComparingTo(quantity);
            });
  }
}
