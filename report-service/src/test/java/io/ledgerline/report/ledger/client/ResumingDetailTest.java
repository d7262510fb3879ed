package io.ledgerline.report.ledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.report.ledger.LedgerLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResumingDetailTest {
  private static final Instant FROM = Instant.parse("2024-05-25T00:00:00Z");
  private final List<Instant> asked = new ArrayList<>();

  private static String event(int second, String id) {
    return """
        {"time":"2024-05-25T00:00:%02dZ","source":"s","id":"%s","sourceAccount":"a","new":1,\
        "quantities":{"input_tokens":1},"batchId":"00000000-0000-0000-0000-000000000001"}
        """
        .formatted(second, id);
  }

  private static String end(int count) {
    return "{\"end\":true,\"count\":" + count + "}\n";
  }

  private List<String> read(String... streams) throws IOException {
    Deque<String> left = new ArrayDeque<>(List.of(streams));
    List<String> ids = new ArrayList<>();
    new ResumingDetail(
            FROM,
            from -> {
              asked.add(from);
              return left.isEmpty() ? broken() : stream(left.pop());
            },
            2)
        .forEach((LedgerLine line) -> ids.add(line.id()));
    return ids;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream broken() {
    return new SequenceInputStream(
        stream(event(1, "lost").substring(0, 20)),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        });
  }

  @Test
  void aWholeStreamIsReadOnce() throws IOException {
    assertThat(read(event(1, "a") + event(1, "b") + event(2, "c") + end(3)))
        .containsExactly("a", "b", "c");
    assertThat(asked).containsExactly(FROM);
  }

  @Test
  void anEmptyLedgerIsAWholeStream() throws IOException {
    assertThat(read(end(0))).isEmpty();
  }

  @Test
  void aCutStreamGoesOnWhereItWasCutWithoutRepeats() throws IOException {
    assertThat(
            read(
                event(1, "a") + event(2, "b") + event(2, "c"),
                event(2, "b") + event(2, "c") + event(2, "d") + event(3, "e") + end(4)))
        .containsExactly("a", "b", "c", "d", "e");
    assertThat(asked).containsExactly(FROM, FROM.plusSeconds(2));
  }

  @Test
  void aStreamThatSaysSomethingElseTheSecondTimeIsNoReport() {
    assertThatThrownBy(
            () ->
                read(
                    event(2, "b") + event(2, "c"),
                    event(2, "b") + event(2, "x") + event(3, "e") + end(3)))
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("something else");
  }

  @Test
  void aStreamCutTwiceAtTheSameTimeGoesOnWithoutRepeats() throws IOException {
    assertThat(
            read(
                event(2, "a") + event(2, "b"),
                event(2, "a") + event(2, "b") + event(2, "c"),
                event(2, "a") + event(2, "b") + event(2, "c") + event(2, "d") + end(4)))
        .containsExactly("a", "b", "c", "d");
  }

  @Test
  void aStreamCutInTheMiddleOfALineGoesOn() throws IOException {
    assertThat(
            read(
                event(1, "a") + event(2, "b").substring(0, 30),
                event(1, "a") + event(2, "b") + end(2)))
        .containsExactly("a", "b");
  }

  @Test
  void aStreamWithAHoleIsNoReport() {
    assertThatThrownBy(() -> read(event(1, "a") + event(3, "c") + end(3)))
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("hole");
  }

  @Test
  void aStreamThatNeverMovesIsGivenUp() {
    assertThatThrownBy(() -> read(event(1, "a")))
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("cut");
    assertThat(asked).hasSize(4);
  }

  @Test
  void aFaultOfTheTakerIsNotTakenForACut() {
    assertThatThrownBy(
            () ->
                new ResumingDetail(FROM, from -> stream(event(1, "a") + end(1)), 2)
                    .forEach(
                        line -> {
                          throw new IOException("disk full");
                        }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThatThrownBy(
            () ->
                new ResumingDetail(FROM, from -> stream(event(1, "a") + end(1)), 2)
                    .forEach(
                        line -> {
                          throw new IllegalStateException("lost claim");
                        }))
        .isInstanceOf(IllegalStateException.class);
  }
}
