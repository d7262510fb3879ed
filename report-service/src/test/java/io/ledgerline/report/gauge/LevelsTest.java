package io.ledgerline.report.gauge;

import static io.ledgerline.report.gauge.Samples.CORES;
import static io.ledgerline.report.gauge.Samples.cores;
import static io.ledgerline.report.gauge.Samples.end;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LevelsTest {
  private static SortedMap<String, String> at(long second, List<Sample> samples) {
    SortedMap<String, String> cores = new TreeMap<>();
    Levels.at(
            Instant.ofEpochSecond(second),
            samples,
            meter -> meter.equals(CORES) ? Duration.ofHours(1) : null)
        .forEach((series, level) -> cores.put(series.resource(), level.quantity().toString()));
    return cores;
  }

  private static final List<Sample> SAMPLES =
      List.of(cores("a", 0, "1"), cores("a", 600, "2"), cores("b", 0, "4"), end("b", 900));

  @Test
  void aSeriesStandsAtItsNewestSampleForAsLongAsItHolds() {
    assertThat(at(599, SAMPLES)).hasToString("{a=1, b=4}");
    assertThat(at(600, SAMPLES)).hasToString("{a=2, b=4}");
    assertThat(at(600 + 3599, SAMPLES)).hasToString("{a=2}");
    assertThat(at(600 + 3600, SAMPLES)).isEmpty();
    assertThat(at(-1, SAMPLES)).isEmpty();
  }

  @Test
  void theEndOfAResourceEndsItsSeriesAtOnceAndALaterSampleBeginsThemAnew() {
    assertThat(at(899, SAMPLES)).containsKey("b");
    assertThat(at(900, SAMPLES)).doesNotContainKey("b");
    assertThat(at(901, List.of(cores("b", 900, "4"), end("b", 900)))).isEmpty();
    assertThat(at(901, List.of(end("b", 900), cores("b", 901, "4")))).containsKey("b");
  }

  @Test
  void theOrderInWhichSamplesComeIsOfNoAccount() {
    List<Sample> samples = new ArrayList<>(SAMPLES);
    samples.add(cores("a", 600, "3"));
    Collections.reverse(samples);
    assertThat(at(700, samples)).hasToString("{a=3, b=4}");
    Collections.reverse(samples);
    assertThat(at(700, samples)).hasToString("{a=3, b=4}");
  }
}
