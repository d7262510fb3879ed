package io.ledgerline.benchmarks.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Where a recording says that time and memory went: by the innermost frame, and by our own. */
public final class Hotspots {
  private static final String OURS = "io.ledgerline.";
  private static final int TOP = 12;

  private final Map<String, Long> time = new HashMap<>();
  private final Map<String, Long> ownTime = new HashMap<>();
  private final Map<String, Long> threads = new HashMap<>();
  private final Map<String, Long> memory = new HashMap<>();
  private final Map<String, Long> ownMemory = new HashMap<>();
  private final Map<String, Long> classes = new HashMap<>();

  private Hotspots() {}

  /**
   * Reads a recording.
   *
   * @throws IOException when it cannot be read
   */
  public static Hotspots of(Path recording) throws IOException {
    Hotspots found = new Hotspots();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        found.add(file.readEvent());
      }
    }
    return found;
  }

  private void add(RecordedEvent event) {
    switch (event.getEventType().getName()) {
      case "jdk.ExecutionSample" -> {
        count(event.getStackTrace(), 1, time, ownTime);
        threads.merge(
            event.getThread("sampledThread").getJavaName().replaceAll("\\d+", "#"), 1L, Long::sum);
      }
      case "jdk.ObjectAllocationSample" -> {
        count(event.getStackTrace(), event.getLong("weight"), memory, ownMemory);
        classes.merge(event.getClass("objectClass").getName(), event.getLong("weight"), Long::sum);
      }
      default -> {
        // Not about time or memory.
      }
    }
  }

  private static void count(
      RecordedStackTrace stack, long weight, Map<String, Long> inner, Map<String, Long> own) {
    if (stack == null || stack.getFrames().isEmpty()) {
      return;
    }
    List<RecordedFrame> frames = stack.getFrames();
    inner.merge(name(frames.getFirst()), weight, Long::sum);
    String ours =
        frames.stream()
            .map(Hotspots::name)
            .filter(name -> name.startsWith(OURS))
            .findFirst()
            .orElse("(none of ours)");
    own.merge(ours, weight, Long::sum);
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  /** For people: the first of each kind, with their shares. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.addAll(top("processor time by innermost frame", time));
    lines.addAll(top("processor time by our own innermost frame", ownTime));
    lines.addAll(top("processor time by thread", threads));
    lines.addAll(top("allocation by innermost frame", memory));
    lines.addAll(top("allocation by our own innermost frame", ownMemory));
    lines.addAll(top("allocation by class", classes));
    return lines;
  }

  private static List<String> top(String title, Map<String, Long> weights) {
    long all = weights.values().stream().mapToLong(Long::longValue).sum();
    List<String> lines = new ArrayList<>();
    lines.add("  " + title);
    weights.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(TOP)
        .forEach(
            e ->
                lines.add(
                    String.format(
                        Locale.ROOT, "  %5.1f %%  %s", 100.0 * e.getValue() / all, e.getKey())));
    return lines;
  }
}
