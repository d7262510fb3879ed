package io.ledgerline.local.demo;

import io.ledgerline.local.suite.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the demo says: numbered steps with their findings and the time each took. */
final class DemoOutput {
  private final PrintWriter out;
  private final List<String> times = new ArrayList<>();
  private String step;
  private long begun;

  DemoOutput(PrintWriter out) {
    this.out = out;
  }

  /** Ends the step before, and begins another. */
  void step(String title) {
    endStep();
    step = title;
    begun = System.nanoTime();
    line("");
    line((times.size() + 1) + "  " + title);
  }

  /** Ends the last step. */
  void endStep() {
    if (step != null) {
      String time = Progress.text(Duration.ofNanos(System.nanoTime() - begun));
      times.add("%-34s %8s".formatted(step, time));
      step = null;
    }
  }

  /** Something found out. */
  void say(String format, Object... values) {
    line("     " + format.formatted(values));
  }

  /** Something on its way. */
  void progress(String text) {
    line("     ... " + text);
  }

  /** How long each step took. */
  List<String> times() {
    return List.copyOf(times);
  }

  /** A line as it is. */
  void line(String text) {
    out.println(text);
    out.flush();
  }
}
