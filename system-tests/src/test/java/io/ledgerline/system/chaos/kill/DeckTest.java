package io.ledgerline.system.chaos.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DeckTest {
  @Property(tries = 100)
  void overAllRoundsEveryBlowIsStruck(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int rounds) {
    Deck deck = new Deck(new Random(seed), rounds);

    List<Strike> strikes =
        IntStream.range(0, rounds).boxed().flatMap(round -> deck.round().stream()).toList();

    assertThat(strikes).flatExtracting(Strike::blows).containsAll(Arrays.asList(Blow.values()));
    assertThat(strikes).allMatch(strike -> strike.percent() > 0 && strike.percent() <= 90);
  }

  @Test
  void someBlowsComeTwoAtOnceAndARoundIsInOrder() {
    Deck deck = new Deck(new Random(3), 20);
    List<List<Strike>> rounds = IntStream.range(0, 20).mapToObj(round -> deck.round()).toList();

    assertThat(rounds)
        .allSatisfy(round -> assertThat(round).extracting(Strike::percent).isSorted());
    assertThat(rounds).anyMatch(round -> round.stream().anyMatch(s -> s.blows().size() == 2));
  }
}
