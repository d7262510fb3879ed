package io.ledgerline.benchmarks.host;

import io.ledgerline.local.process.Commands;
import io.ledgerline.local.suite.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Flight recordings of services while something is measured. */
public final class Profile implements AutoCloseable {
  private static final String JCMD = "bin/jcmd";

  private final Map<String, Path> files = new LinkedHashMap<>();
  private final Processes processes;
  private boolean stopped;

  private Profile(Processes processes) {
    this.processes = processes;
  }

  /**
   * Starts recording.
   *
   * @param name of what is measured; the files are named after it
   * @param services whose
   * @throws IOException when a service's JVM does not obey
   */
  public static Profile start(String name, Processes processes, List<String> services)
      throws IOException {
    Profile profile = new Profile(processes);
    Path folder = Checkout.find().root().resolve("benchmarks/target/profiles");
    Files.createDirectories(folder);
    for (String service : services) {
      Path file = folder.resolve(name + "-" + service + ".jfr");
      Files.deleteIfExists(file);
      profile.tell(service, "JFR.start", "name=bench", "settings=profile", "filename=" + file);
      profile.files.put(service, file);
    }
    return profile;
  }

  /** Stops recording. Returns what was found, for people. */
  public List<String> stop() throws IOException {
    stopped = true;
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      tell(file.getKey(), "JFR.stop", "name=bench");
      lines.add("");
      lines.add("Profile of " + file.getKey() + "-service (" + file.getValue() + ")");
      lines.addAll(Hotspots.of(file.getValue()).lines());
    }
    return lines;
  }

  private void tell(String service, String... command) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), JCMD).toString());
    line.add(Long.toString(processes.pid(service)));
    line.addAll(List.of(command));
    Commands.Outcome done = Commands.run(line);
    if (done.exit() != 0) {
      throw new IOException(service + " does not record: " + done.output());
    }
  }

  @Override
  public void close() throws IOException {
    if (!stopped) {
      stop();
    }
  }
}
