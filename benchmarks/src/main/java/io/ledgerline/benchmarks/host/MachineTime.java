package io.ledgerline.benchmarks.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The processor time that the machine has spent on anything. */
final class MachineTime {
  private static final Path STAT = Path.of("/proc/stat");
  private static final long MILLIS_PER_TICK = 10;
  private static final int IDLE = 4;
  private static final int IO_WAIT = 5;
  private static final int STEAL = 8;

  private MachineTime() {}

  /** So far; zero where the system does not tell. */
  static Duration busy() {
    try {
      return Files.isReadable(STAT) ? busy(Files.readAllLines(STAT).getFirst()) : Duration.ZERO;
    } catch (IOException notThisTime) {
      return Duration.ZERO;
    }
  }

  /**
   * From the system's line: {@code cpu} user, nice, system, idle, waiting, interrupts, soft
   * interrupts, stolen; guests are counted in user already.
   */
  static Duration busy(String line) {
    String[] words = line.split("\\s+");
    long ticks = 0;
    for (int i = 1; i <= Math.min(STEAL, words.length - 1); i++) {
      ticks += i == IDLE || i == IO_WAIT ? 0 : Long.parseLong(words[i]);
    }
    return Duration.ofMillis(ticks * MILLIS_PER_TICK);
  }
}
