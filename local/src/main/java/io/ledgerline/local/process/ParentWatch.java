package io.ledgerline.local.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Ties this process's life to its parent's: the parent holds the other end of standard input, so
 * the end of input means that the parent has closed it or is dead.
 */
public final class ParentWatch {
  private ParentWatch() {}

  /**
   * Starts watching, on a daemon thread of its own. At the end of input the JVM exits with status 0
   * by way of its shutdown hooks.
   *
   * @param onLine called on that thread for each line that the parent writes
   */
  public static void start(Consumer<String> onLine) {
    Thread.ofPlatform()
        .daemon()
        .name("parent-watch")
        .start(
            () -> {
              readToEnd(onLine);
              System.exit(0);
            });
  }

  private static void readToEnd(Consumer<String> onLine) {
    try {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        onLine.accept(line.strip());
      }
    } catch (IOException ignored) {
      // A broken pipe is an end as good as any.
    }
  }
}
