package io.ledgerline.benchmarks.host;

import io.ledgerline.local.suite.SuiteState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the parts' processes use of the machine, as the system counts it. */
public final class Processes {
  private static final double MIB_PER_KIB = 1 / 1024.0;
  private static final double WORTH_SAYING = 0.02;
  private static final String OTHERS = "others";

  private final Map<String, Long> pids = new LinkedHashMap<>();

  /** Those of a suite that is up. */
  public Processes(SuiteState state) {
    for (SuiteState.Part part : state.living()) {
      pids.put(part.name(), part.process().pid());
    }
  }

  /** The process of a part. */
  public long pid(String part) {
    Long pid = pids.get(part);
    if (pid == null) {
      throw new NoSuchElementException(part + " does not run");
    }
    return pid;
  }

  /**
   * A part's resident memory in MiB.
   *
   * @throws IOException when its process is gone, or the system does not tell
   */
  public double residentMebibytes(String part) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid(part) + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * MIB_PER_KIB;
      }
    }
    throw new IOException("The system does not tell the memory of " + part);
  }

  /**
   * The processor time that each part has used so far, its child processes' with it, and that of
   * everything else on the machine: where that is much, somebody disturbs the measurement.
   */
  public Map<String, Duration> cpu() {
    Map<String, Duration> used = new LinkedHashMap<>();
    pids.forEach((part, pid) -> used.put(part, cpu(pid)));
    used.put("bench", own());
    Duration all = used.values().stream().reduce(Duration.ZERO, Duration::plus);
    used.put(OTHERS, MachineTime.busy().minus(all));
    return used;
  }

  private static Duration own() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static Duration cpu(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** For people: how many cores each part used between two looks, those that matter. */
  public static String cores(
      Map<String, Duration> before, Map<String, Duration> after, Duration elapsed) {
    return after.entrySet().stream()
        .map(part -> Map.entry(part.getKey(), share(before, part, elapsed)))
        .filter(part -> part.getValue() >= WORTH_SAYING)
        .map(part -> String.format(Locale.ROOT, "%s %.2f", part.getKey(), part.getValue()))
        .collect(Collectors.joining(", ", "cores: ", ""));
  }

  private static double share(
      Map<String, Duration> before, Map.Entry<String, Duration> part, Duration elapsed) {
    Duration used = part.getValue().minus(before.getOrDefault(part.getKey(), Duration.ZERO));
    return (double) used.toNanos() / elapsed.toNanos();
  }
}
