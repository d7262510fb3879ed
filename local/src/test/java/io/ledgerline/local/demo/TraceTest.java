package io.ledgerline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTest {
  @Test
  void theTraceHasAllItsRequestsAndTokens() throws IOException {
    List<TraceRequest> trace = Trace.read();

    assertThat(trace).hasSize(8_819);
    assertThat(trace.stream().mapToLong(TraceRequest::contextTokens).sum()).isEqualTo(18_059_974);
    assertThat(trace.stream().mapToLong(TraceRequest::generatedTokens).sum()).isEqualTo(245_896);
  }

  @Test
  void aRowIsReadWithItsFullTimeStampAsUtc() throws IOException {
    assertThat(Trace.read().getFirst())
        .isEqualTo(new TraceRequest(0, Instant.parse("2023-11-16T18:17:03.979960Z"), 4808, 10));
  }
}
