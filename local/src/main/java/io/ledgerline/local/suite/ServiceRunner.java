package io.ledgerline.local.suite;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
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
  /** The command for a service's package for the JVM. */
  static List<String> commandFor(Path jar) {
    return ChildProcess.java(
        List.of(
            "-Xmx320m",
            "-XX:MaxDirectMemorySize=128m",
            "-cp",
            Checkout.find().guardJar() + File.pathSeparator + jar,
            "io.ledgerline.local.service.GuardedService"));
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
