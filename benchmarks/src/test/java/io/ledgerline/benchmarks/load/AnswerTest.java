package io.ledgerline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static final byte[] RECORDED = "\"recorded\":".getBytes(StandardCharsets.US_ASCII);
  private static final String BODY =
      "{\"results\":[{\"status\":\"recorded\"}],\"counts\":{\"recorded\":987,\"duplicate\":2}}";
  private static final String WITH_LENGTH =
      "HTTP/1.1 200 OK\r\ncontent-length: " + BODY.length() + "\r\nX: y\r\n\r\n" + BODY;
  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
          + Integer.toHexString(BODY.length())
          + "\r\n"
          + BODY
          + "\r\n0\r\n\r\n";

  private final Answer answer = new Answer();

  private boolean take(String text) {
    return answer.take(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Property
  void anAnswerIsWholeWhenItsLastByteHasComeHoweverItIsCut(
      @ForAll boolean chunked, @ForAll @IntRange(min = 1, max = 110) int cut) {
    String text = chunked ? CHUNKED : WITH_LENGTH;
    answer.clear();

    assertThat(take(text.substring(0, cut))).isFalse();
    assertThat(take(text.substring(cut, text.length() - 1))).isFalse();
    assertThat(take(text.substring(text.length() - 1))).isTrue();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.number(RECORDED)).isEqualTo(987);
  }

  @Test
  void theNextAnswerKnowsNothingOfTheOneBefore() {
    assertThat(take(WITH_LENGTH)).isTrue();
    answer.clear();

    assertThat(take("HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n")).isTrue();
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.number(RECORDED)).isZero();
    assertThat(answer.shown()).startsWith("HTTP/1.1 503");
  }

  @Test
  void aLongAnswerIsKeptWhole() {
    String results = "x".repeat(300_000);
    String body = results + BODY;

    assertThat(take("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body))
        .isTrue();
    assertThat(answer.number(RECORDED)).isEqualTo(987);
  }
}
