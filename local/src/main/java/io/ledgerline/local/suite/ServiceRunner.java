package io.ledgerline.local.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A replica of a service in a process of its own. */
record ServiceRunner(
    Replica replica,
    List<String> command,
    ServiceSettings settings,
    int portOffset,
    SuiteFolder folder)
    implements Runner {
  /**
   * What a service's JVM is given: little memory (Netty's buffers have a limit of their own, and
   * small objects small headers), and no life without it: one that lost a thread to a lack of
   * memory would go on answering and consume nothing any more. LEDGERLINE_JAVA_OPTIONS goes after
   * it and so wins. The report service has more, because it keeps the price book.
   */
  static List<String> jvmOptions(Service service) {
    List<String> options =
        new ArrayList<>(
            List.of(
                service == Service.REPORT ? "-Xmx224m" : "-Xmx200m",
                "-XX:MaxDirectMemorySize=96m",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError"));
    String more = System.getenv().getOrDefault("LEDGERLINE_JAVA_OPTIONS", "").strip();
    if (!more.isEmpty()) {
      options.addAll(List.of(more.split("\\s+")));
    }
    return options;
  }

  @Override
  public String name() {
    return replica.name();
  }

  @Override
  public String title() {
    return replica.title();
  }

  @Override
  public String url() {
    return replica.url(portOffset);
  }

  @Override
  public List<Integer> ports() {
    List<Integer> ports = new ArrayList<>(List.of(replica.port(portOffset)));
    replica.httpsPort(portOffset).ifPresent(ports::add);
    return ports;
  }

  @Override
  public Path log() {
    return folder.log(name());
  }

  @Override
  public List<String> needs() {
    return replica.service().needs();
  }

  @Override
  public Process start() throws IOException {
    Path file = folder.settings(name());
    settings.write(replica, file);
    return ChildProcess.start(
        command, Map.of("SMALLRYE_CONFIG_LOCATIONS", file.toUri().toString()), log());
  }

  @Override
  public Readiness readiness() {
    return HealthProbe.ask(url());
  }

  @Override
  public void stop(Process process) {
    ChildProcess.stop(process);
  }
}
