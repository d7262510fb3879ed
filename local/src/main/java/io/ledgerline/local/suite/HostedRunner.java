package io.ledgerline.local.suite;

import io.ledgerline.local.parts.PartName;
import io.ledgerline.local.parts.PartPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A part that runs in a JVM of its own, by this program's command {@code parts}. */
record HostedRunner(
    PartName part, String title, String url, int portOffset, String heap, SuiteFolder folder)
    implements Runner {
  @Override
  public String name() {
    return part.text();
  }

  @Override
  public List<Integer> ports() {
    return PartPorts.standard(portOffset).of(part);
  }

  @Override
  public Path log() {
    return folder.log(name());
  }

  @Override
  public List<String> needs() {
    return List.of();
  }

  @Override
  public Process start() throws IOException {
    Path description = folder.description(name());
    Files.createDirectories(description.getParent());
    Files.deleteIfExists(description);
    List<String> command =
        ChildProcess.java(
            List.of(
                "-Xmx" + heap,
                "-XX:MaxDirectMemorySize=128m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Checkout.find().launcherJar().toString(),
                "parts",
                "--data=" + folder.data(),
                "--port-offset=" + portOffset,
                "--describe=" + description,
                name()));
    return ChildProcess.start(command, Map.of(), log());
  }

  @Override
  public Readiness readiness() {
    return Files.exists(folder.description(name())) ? Readiness.READY : Readiness.notYet("");
  }

  @Override
  public void stop(Process process) {
    ChildProcess.stop(process);
  }
}
