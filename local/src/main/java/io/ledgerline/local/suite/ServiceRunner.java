package io.ledgerline.local.suite;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A service in a process of its own, from its package. */
record ServiceRunner(
    Service service, Path jar, ServiceSettings settings, int portOffset, SuiteFolder folder)
    implements Runner {
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
    return JavaProcess.start(
        List.of(
            "-Xmx320m",
            "-XX:MaxDirectMemorySize=128m",
            "-cp",
            Checkout.find().guardJar() + File.pathSeparator + jar,
            "io.ledgerline.local.service.GuardedService"),
        environment(file),
        log());
  }

  /** The settings file, named as any installation may name one. */
  static Map<String, String> environment(Path settings) {
    return Map.of("SMALLRYE_CONFIG_LOCATIONS", settings.toUri().toString());
  }

  @Override
  public Readiness readiness() {
    return HealthProbe.ask(url());
  }

  @Override
  public void stop(Process process) {
    JavaProcess.stop(process);
  }
}
