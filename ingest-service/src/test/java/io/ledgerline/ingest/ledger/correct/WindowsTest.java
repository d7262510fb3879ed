package io.ledgerline.ingest.ledger.correct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WindowsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Property(tries = 200)
  void everyInstantsSecondLiesInOneOfFewSpansThatDoNotOverlap(
      @ForAll @Size(max = 300) Set<@LongRange(min = 0, max = 10_000) Long> halfSeconds) {
    List<Instant> instants = halfSeconds.stream().map(h -> START.plusMillis(500 * h)).toList();

    List<Windows.Window> windows = Windows.around(instants);

    assertThat(windows.size()).isLessThanOrEqualTo(Windows.MOST);
    assertThat(instants)
        .allMatch(
            i ->
                windows.stream().filter(w -> w.contains(i)).count() == 1
                    && windows.stream().anyMatch(w -> w.contains(i.plusMillis(499))));
    for (int i = 1; i < windows.size(); i++) {
      assertThat(windows.get(i).from()).isAfterOrEqualTo(windows.get(i - 1).to());
    }
  }

  @Test
  void spansAreCutWhereTheGapsAreLargest() {
    assertThat(Windows.around(List.of(START.plusSeconds(3600), START, START.plusSeconds(1))))
        .containsExactly(
            new Windows.Window(START, START.plusSeconds(2)),
            new Windows.Window(START.plusSeconds(3600), START.plusSeconds(3601)));
  }

  @Test
  void nothingNeedsNoSpan() {
    assertThat(Windows.around(List.of())).isEmpty();
  }
}
