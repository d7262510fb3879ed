package io.ledgerline.report.ledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ledgerline.report.testing.ReportServiceTest;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger's answers are read as they are, whatever their length, and no further than wanted. */
@ReportServiceTest
class LedgerAnswersIT {
  private static final Instant DAY = Instant.parse("2022-06-01T00:00:00Z");
  private static final byte[] LINE = "{\"a\":\"line of the ledger\"}\n".repeat(64).getBytes();
  private static final int MORE_THAN_A_CALLER_MAY_SEND = 17 * 1024 * 1024;

  private final CountDownLatch gone = new CountDownLatch(1);
  private HttpServer ledger;

  @BeforeEach
  void aLedger() throws IOException {
    ledger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ledger.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    ledger.start();
  }

  @AfterEach
  void noLedger() {
    ledger.stop(0);
  }

  @Test
  void anAnswerMayBeLongerThanWhatACallerMaySend() throws IOException {
    answers(MORE_THAN_A_CALLER_MAY_SEND);

    try (InputStream answer = events()) {
      assertThat(answer.transferTo(OutputStream.nullOutputStream()))
          .isGreaterThanOrEqualTo(MORE_THAN_A_CALLER_MAY_SEND);
    }
    assertThat(gone.getCount()).isEqualTo(1);
  }

  @Test
  void aReaderThatStopsIsSeenToBeGone() throws Exception {
    answers(Long.MAX_VALUE);

    try (InputStream answer = events()) {
      assertThat(answer.readNBytes(LINE.length)).isEqualTo(LINE);
    }
    assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
  }

  private void answers(long bytes) {
    ledger.createContext("/api/v1/ledger/events", exchange -> answer(exchange, bytes));
  }

  private void answer(HttpExchange exchange, long bytes) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (long sent = 0; sent < bytes; sent += LINE.length) {
        out.write(LINE);
      }
    } catch (IOException e) {
      gone.countDown();
      throw e;
    }
  }

  private InputStream events() {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(URI.create("http://localhost:" + ledger.getAddress().getPort()))
        .build(LedgerApi.class)
        .events("Bearer any", DAY, DAY.plusSeconds(1), 1, false);
  }
}
