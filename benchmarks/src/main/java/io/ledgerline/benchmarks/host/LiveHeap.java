package io.ledgerline.benchmarks.host;

import io.ledgerline.local.process.Commands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a service's objects take that are in use: its JVM is made to collect all garbage and to
 * count what stays. That is what a report needs; how much garbage lies about meanwhile says more of
 * the heap's size.
 */
public final class LiveHeap {
  private static final double MEBIBYTE = 1 << 20;

  private LiveHeap() {}

  /**
   * The mebibytes in use now.
   *
   * @throws IOException when the JVM does not tell
   */
  public static double mebibytes(Processes processes, String part) throws IOException {
    Commands.Outcome done =
        Commands.run(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(processes.pid(part)),
                "GC.class_histogram"));
    if (done.exit() != 0) {
      throw new IOException(part + " does not tell its heap: " + done.output());
    }
    return totalBytes(done.output()) / MEBIBYTE;
  }

  /** The number of bytes in the histogram's last line. */
  static long totalBytes(String histogram) throws IOException {
    String last = histogram.substring(histogram.lastIndexOf('\n') + 1).strip();
    String[] words = last.split("\\s+");
    if (words.length != 3 || !"Total".equals(words[0])) {
      throw new IOException("not the end of a histogram: " + last);
    }
    return Long.parseLong(words[2]);
  }
}
