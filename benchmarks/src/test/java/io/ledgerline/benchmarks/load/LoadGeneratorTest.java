package io.ledgerline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadGeneratorTest {
  private static final Duration SHORT = Duration.ofMillis(80);

  private final EventStamp stamp = new EventStamp(Instant.EPOCH, 1);

  private static Target target(InetSocketAddress address) {
    return new Target(address, "/api/v1/events", "key", "recorded");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 1000})
  void everyCallIsAnsweredAndItsEventsAreCounted(int batch) throws IOException {
    try (SinkServer sink = new SinkServer(batch);
        LoadGenerator generator = new LoadGenerator(target(sink.address()), 3, batch, stamp)) {
      LoadResult result = generator.run(SHORT, Pace.closedLoop());

      assertThat(result.calls()).isGreaterThanOrEqualTo(3);
      assertThat(result.events()).isEqualTo(result.calls() * batch);
      assertThat(result.latency().getTotalCount()).isEqualTo(result.calls());
      assertThat(result.eventsPerSecond()).isPositive();
    }
  }

  @Test
  void aScheduleIsKeptWhateverTheServerCouldDo() throws IOException {
    try (SinkServer sink = new SinkServer(1);
        LoadGenerator generator = new LoadGenerator(target(sink.address()), 2, 1, stamp)) {
      LoadResult result = generator.run(Duration.ofMillis(200), new ArrivalSchedule(100));

      assertThat(result.calls()).isBetween(15L, 20L);
    }
  }

  @Test
  void oneGeneratorCanRunSeveralTimes() throws IOException {
    try (SinkServer sink = new SinkServer(10);
        LoadGenerator generator = new LoadGenerator(target(sink.address()), 2, 10, stamp)) {
      generator.run(SHORT, Pace.closedLoop());
      LoadResult second = generator.run(SHORT, Pace.closedLoop());

      assertThat(second.events()).isEqualTo(second.calls() * 10);
    }
  }

  @Test
  void aCallThatIsRefusedEndsTheRunWithTheAnswer() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> refuse(server));
      InetSocketAddress address =
          new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
      try (LoadGenerator generator = new LoadGenerator(target(address), 1, 1, stamp)) {
        assertThatThrownBy(() -> generator.run(SHORT, Pace.closedLoop()))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("503 Not Now");
      }
    }
  }

  private static void refuse(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getInputStream().read(new byte[4096]);
      socket
          .getOutputStream()
          .write("HTTP/1.1 503 Not Now\r\nContent-Length: 0\r\n\r\n".getBytes());
      socket.getInputStream().read();
    } catch (IOException ignored) {
      // The generator has hung up.
    }
  }
}
