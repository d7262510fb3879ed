package io.ledgerline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long MILLI = 1_000_000;

  @Test
  void aCallThatBeginsLateCountsFromWhenItWasDue() {
    ArrivalSchedule schedule = new ArrivalSchedule(100);
    assertThat(schedule.mayStart(0)).isTrue();
    assertThat(schedule.start(0, 1)).isZero();
    assertThat(schedule.mayStart(9 * MILLI)).isFalse();
    assertThat(schedule.askAgain(9 * MILLI)).isEqualTo(10 * MILLI);

    // All connections were busy for 35 ms: three calls are due, none of them is left out.
    assertThat(schedule.mayStart(35 * MILLI)).isTrue();
    assertThat(schedule.start(35 * MILLI, 1)).isEqualTo(10 * MILLI);
    assertThat(schedule.start(35 * MILLI, 1)).isEqualTo(20 * MILLI);
    assertThat(schedule.start(35 * MILLI, 1)).isEqualTo(30 * MILLI);
    assertThat(schedule.mayStart(35 * MILLI)).isFalse();
  }

  @Test
  void theFirstCallIsDueWhenItIsFirstAskedFor() {
    ArrivalSchedule schedule = new ArrivalSchedule(10);

    assertThat(schedule.mayStart(-5 * MILLI)).isTrue();
  }

  @Test
  void aRateIsMoreThanNothing() {
    assertThatThrownBy(() -> new ArrivalSchedule(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ArrivalSchedule(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWindowLetsNoMoreBeOnTheirWayThanItIsWide() {
    Window window = new Window(250);
    int begun = 0;
    while (window.mayStart(0)) {
      window.start(0, 100);
      begun += 100;
    }
    assertThat(begun).as("whole calls, until it is full").isEqualTo(300);

    window.answered(300);
    window.arrived(40);
    assertThat(window.mayStart(0)).isFalse();
    window.arrived(100);
    assertThat(window.mayStart(0)).isTrue();
    window.arrived(60);
    assertThat(window.mayStart(0)).as("what has arrived does not leave again").isTrue();
    assertThat(window.answered()).isEqualTo(300);
  }
}
