package io.ledgerline.testkit;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Holds the parts process for the whole JVM. */
final class PartsControl implements PartsControlMBean {
  private final String description;
  private final BufferedWriter toProcess;
  private final BufferedReader fromProcess;

  PartsControl(Process process, String description) {
    this.description = description;
    this.toProcess = process.outputWriter(StandardCharsets.UTF_8);
    this.fromProcess = process.inputReader(StandardCharsets.UTF_8);
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public synchronized String control(String line) {
    try {
      toProcess.write(line + "\n");
      toProcess.flush();
      for (String said = fromProcess.readLine(); said != null; said = fromProcess.readLine()) {
        if (said.startsWith("done ") || said.startsWith("failed ")) {
          return said;
        }
      }
      return "failed " + line + ": the parts process has ended";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
