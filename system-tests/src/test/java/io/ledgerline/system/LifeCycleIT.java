package io.ledgerline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** What a user sees when something is in the way. */
class LifeCycleIT {
  @Test
  void aPortInUseIsNamedWithAWayOut() throws Exception {
    Launcher launcher = new Launcher(Launcher.emptyFolder("port-in-use"));
    try (ServerSocket taken = new ServerSocket(12082, 1, InetAddress.getByName("127.0.0.1"))) {
      Launcher.Outcome up = launcher.run("up", "--port-offset", "4000");

      assertThat(up.status()).isNotZero();
      assertThat(up.output())
          .contains(Integer.toString(taken.getLocalPort()), "report-service", "--port-offset")
          .doesNotContain("Exception");
    }
  }

  @Test
  void aSecondSuiteOnTheSameDataIsRefusedAndStatusTellsOfTheFirst() throws Exception {
    RunningSuite.get();
    Launcher launcher = new Launcher(java.nio.file.Path.of("target/suite").toAbsolutePath());

    Launcher.Outcome second = launcher.run("up", "--port-offset", "5000");

    assertThat(second.status()).isNotZero();
    assertThat(second.output()).contains("ledgerline down").doesNotContain("Exception");
    assertThat(launcher.run("status").output())
        .contains("ingest-service", "report-service", "notify-service", "PostgreSQL", "admin.key");
  }

  @Test
  void withoutASuiteDownAndResetSayThatThereIsNothing() throws Exception {
    Launcher launcher = new Launcher(Launcher.emptyFolder("nothing"));

    assertThat(launcher.run("down").output()).doesNotContain("Exception").isNotBlank();
    assertThat(launcher.run("reset", "--yes").output()).doesNotContain("Exception").isNotBlank();
  }
}
