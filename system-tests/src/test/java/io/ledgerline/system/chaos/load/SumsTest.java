package io.ledgerline.system.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SumsTest {
  private static final Generator GENERATOR = new Generator(1, "s");

  @Property(tries = 40)
  void orderDoesNotMatter(@ForAll Random random, @ForAll @IntRange(min = 1, max = 300) int count) {
    List<ChaosEvent> events = new ArrayList<>(GENERATOR.events(count).toList());
    Collections.shuffle(events, random);

    assertThat(Sums.of(GENERATOR.events(count)).differences(Sums.of(events.stream()))).isEmpty();
  }

  @Property(tries = 40)
  void oneEventLostOrDoubledIsSeenInEachOfItsSums(@ForAll @IntRange(min = 0, max = 99) int which) {
    Sums expected = Sums.of(GENERATOR.events(100));
    ChaosEvent event = GENERATOR.event(which);
    Sums lost = Sums.of(GENERATOR.events(100).filter(each -> !each.equals(event)));
    Sums doubled =
        Sums.of(java.util.stream.Stream.concat(GENERATOR.events(100), List.of(event).stream()));
    int sums = 1 + event.quantities().size();

    assertThat(expected.differences(lost))
        .hasSize(sums)
        .allMatch(difference -> difference.endsWith("lost"));
    assertThat(expected.differences(doubled))
        .hasSize(sums)
        .allMatch(difference -> difference.endsWith("too many"));
  }

  @Test
  void aDifferenceNamesAccountMeterAndBothSums() {
    Sums expected = new Sums();
    Sums found = new Sums();
    expected.add("a", "gpu_hours", new BigDecimal("1.50"));
    found.add("a", "gpu_hours", new BigDecimal("1.5"));
    found.add("b", Sums.EVENTS, BigDecimal.ONE);

    assertThat(expected.differences(found))
        .containsExactly("b (events): 1 instead of 0, 1 too many");
    assertThat(found.size()).isEqualTo(2);
  }
}
