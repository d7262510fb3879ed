package io.ledgerline.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.local.parts.PartPorts;
import io.ledgerline.local.parts.PartsDescription;
import io.ledgerline.local.parts.Secrets;
import io.ledgerline.local.process.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Supervision, with two stand-ins for services. */
class SuiteIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path data;
  @TempDir private Path outside;

  private final StringWriter said = new StringWriter();

  private Suite start() throws SuiteException, IOException {
    return start(freeOffset());
  }

  private Suite start(int offset) throws SuiteException, IOException {
    SuiteFolder folder = new SuiteFolder(data);
    Progress progress = new Progress(new PrintWriter(said));
    return Suite.start(folder, offset, progress, () -> plan(folder, offset));
  }

  private static int freeOffset() {
    return Stream.generate(() -> Ports.free(1).getFirst() - Service.INGEST.port(0))
        .filter(offset -> Ports.isFree(Service.REPORT.port(offset)))
        .findFirst()
        .orElseThrow();
  }

  private SuitePlan plan(SuiteFolder folder, int offset) throws IOException {
    PartsDescription parts =
        PartsDescription.of(PartPorts.standard(offset), Secrets.in(folder.data()));
    ServiceSettings settings =
        new ServiceSettings(parts, folder.https(), SuiteKeys.in(folder), offset);
    List<String> standIn =
        RunnableJar.command(StandInService.jar(outside), ServiceRunner.jvmOptions(Service.INGEST));
    List<Runner> runners =
        Stream.of(Service.INGEST, Service.REPORT)
            .<Runner>map(
                s -> new ServiceRunner(Replica.first(s), standIn, settings, offset, folder))
            .toList();
    return new SuitePlan(parts, runners);
  }

  private SuiteState.Part inFile(String name) {
    return SuiteState.read(new SuiteFolder(data).state()).orElseThrow().parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aKilledServiceIsStartedAgainAndTheStateFileSaysSo() throws Exception {
    try (Suite suite = start()) {
      suite.awaitUp();
      ProcessMark before = inFile("ingest").process();

      before.alive().orElseThrow().destroyForcibly();

      Awaitility.await("a new process")
          .atMost(PATIENCE)
          .until(
              () ->
                  inFile("ingest").phase() == PartPhase.READY
                      && inFile("ingest").process() != null
                      && !inFile("ingest").process().equals(before));
      assertThat(said.toString()).contains("killed by signal 9; starting it again after 0.5 s");
      assertThat(inFile("report").phase()).isEqualTo(PartPhase.READY);
    }
  }

  @Test
  void closingEndsEveryProcessAndRemovesTheState() throws Exception {
    Suite suite = start();
    suite.awaitUp();
    List<ProcessMark> processes =
        suite.state().parts().stream().map(SuiteState.Part::process).toList();
    assertThat(processes).hasSize(2).allMatch(process -> process.alive().isPresent());

    suite.close();

    assertThat(processes).noneMatch(process -> process.alive().isPresent());
    assertThat(new SuiteFolder(data).state()).doesNotExist();
    assertThat(SuiteStatus.of(new SuiteFolder(data)).running()).isFalse();
  }

  @Test
  void aServiceThatDiesWhileStartingIsNamedWithItsStatusItsLastWordsAndItsLog() throws Exception {
    Files.createFile(data.resolve("dies"));
    try (Suite suite = start()) {
      assertThatThrownBy(suite::awaitUp)
          .isInstanceOf(SuiteException.class)
          .hasMessageMatching(
              "(ingest|report)-service ended with status 1; it said last: .*cannot go on\\."
                  + " Its log is .*\\.log");
    }
  }

  @Test
  void aSecondStartOnTheSameDataIsRefusedWithAWayOut() throws Exception {
    try (Suite suite = start()) {
      suite.awaitUp();

      assertThatThrownBy(this::start)
          .isInstanceOf(SuiteException.class)
          .hasMessageContaining("already runs")
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("./ledgerline down");
    }
  }

  @Test
  void aPortInUseIsNamedWithWhoNeedsItAndWhoHasIt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> start(taken.getLocalPort() - Service.INGEST.port(0)))
          .isInstanceOf(SuiteException.class)
          .hasMessageStartingWith("Port " + taken.getLocalPort() + ", which ingest-service needs,")
          .hasMessageContaining("--port-offset");
    }
  }

  @Test
  void whatAnInterruptedRunLeftIsEndedFirst() throws Exception {
    Process left = new ProcessBuilder("sleep", "600").start();
    ProcessMark mark = ProcessMark.of(left.toHandle());
    SuiteState.Part part =
        new SuiteState.Part("kafka", "Kafka", "", PartPhase.STARTING, mark, "kafka.log");
    ProcessMark gone = new ProcessMark(left.pid(), Instant.EPOCH);
    new SuiteState(gone, Instant.EPOCH, 0, false, List.of(part))
        .write(new SuiteFolder(data).state());

    try (Suite suite = start()) {
      suite.awaitUp();

      assertThat(left.isAlive()).isFalse();
      assertThat(said.toString()).contains("An earlier run was cut short").contains("Kafka");
    }
  }
}
