package io.ledgerline.system.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CallPlannerTest {
  @Property(tries = 60)
  void everyNumberIsSentAndNoOther(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4000) int count) {
    List<Integer> numbers = IntStream.range(0, count).boxed().toList();

    List<Call> calls = new CallPlanner(new Random(seed)).plan(numbers);

    assertThat(calls.stream().flatMap(call -> call.items().stream()).map(Item::number).distinct())
        .containsExactlyInAnyOrderElementsOf(numbers);
  }

  @Property(tries = 60)
  void copiesThatMeanSomethingElseComeOnlyAfterTheOriginalWasAnswered(@ForAll long seed) {
    List<Call> calls = plan(seed);

    assertThat(calls).flatExtracting(Call::items).noneMatch(Item::restamped);
    assertThat(calls)
        .filteredOn(call -> call.echo().isPresent())
        .allSatisfy(
            call ->
                assertThat(call.echo().orElseThrow().items())
                    .extracting(Item::number)
                    .isSubsetOf(call.items().stream().map(Item::number).toList()));
  }

  @Test
  void thereAreSinglesAndThousandsRepetitionsInsideACallTwoSendersAndRestampedCopies() {
    List<Call> calls = IntStream.range(0, 20).boxed().flatMap(seed -> plan(seed).stream()).toList();

    assertThat(calls).anyMatch(Call::single);
    assertThat(calls).anyMatch(call -> call.items().size() > 500);
    assertThat(calls)
        .anyMatch(
            call ->
                call.items().stream().map(Item::number).distinct().count() < call.items().size());
    assertThat(calls).anyMatch(call -> call.senders() == 2);
    assertThat(calls)
        .anyMatch(call -> call.echo().stream().anyMatch(e -> e.items().getFirst().restamped()));
  }

  @Test
  void theSameSeedMakesTheSameCalls() {
    assertThat(plan(5)).isEqualTo(plan(5)).isNotEqualTo(plan(6));
  }

  private static List<Call> plan(long seed) {
    return new CallPlanner(new Random(seed)).plan(IntStream.range(0, 3000).boxed().toList());
  }
}
