package io.ledgerline.local.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A service in a process of its own. */
record ServiceRunner(
    Service service,
    List<String> command,
    ServiceSettings settings,
    int portOffset,
    SuiteFolder folder)
    implements Runner {
  /**
   * What a service's JVM is given: little memory (Netty's buffers have a limit of their own) and
   * the compiler that starts soonest. LEDGERLINE_JAVA_OPTIONS goes after it and so wins.
   */
  static List<String> jvmOptions() {
    List<String> options =
        new ArrayList<>(
            List.of("-Xmx320m", "-XX:MaxDirectMemorySize=128m", "-XX:TieredStopAtLevel=1"));
    String more = System.getenv().getOrDefault("LEDGERLINE_JAVA_OPTIONS", "").strip();
    if (!more.isEmpty()) {
      options.addAll(List.of(more.split("\\s+")));
    }
    return options;
  }

  @Override
  public String name() {
    return service.text();
  }

  @Override
  public String title() {
    return service.module();
  }

  @Override
  public String url() {
    return service.url(portOffset);
  }

  @Override
  public List<Integer> ports() {
    return List.of(service.port(portOffset));
  }

  @Override
  public Path log() {
    return folder.log(name());
  }

  @Override
  public List<String> needs() {
    return service.needs();
  }

  @Override
  public Process start() throws IOException {
    Path file = folder.settings(name());
    settings.write(service, file);
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
