package io.ledgerline.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PortOwnerTest {
  private static final List<String> TABLE =
      List.of(
          "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
          "   0: 0100007F:1F91 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1",
          "   1: 0100007F:1F91 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 4712 1");

  @TempDir private Path proc;

  @Test
  void onlyTheListeningSocketOfThePortCounts() {
    assertThat(PortOwner.socketsIn(TABLE, 8081)).containsExactly("socket:[4711]");
    assertThat(PortOwner.socketsIn(TABLE, 8082)).isEmpty();
  }

  @Test
  void theProcessIsNamedWithItsCommand() throws IOException {
    Files.createDirectories(proc.resolve("net"));
    Files.write(proc.resolve("net/tcp"), TABLE);
    Files.createDirectories(proc.resolve("42/fd"));
    Files.createSymbolicLink(proc.resolve("42/fd/7"), Path.of("socket:[4711]"));
    Files.writeString(proc.resolve("42/cmdline"), "java\0-jar\0app.jar\0");

    assertThat(new PortOwner(proc).of(8081)).contains("process 42 (java -jar app.jar)");
    assertThat(new PortOwner(proc).of(8082)).isEmpty();
  }

  @Test
  void aSystemThatDoesNotTellGivesNoOwner() {
    assertThat(new PortOwner(proc.resolve("none")).of(8081)).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void ourOwnSocketIsFoundToBeOurs() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(new PortOwner(Path.of("/proc")).of(socket.getLocalPort()))
          .hasValueSatisfying(
              owner -> assertThat(owner).startsWith("process " + ProcessHandle.current().pid()));
    }
  }
}
