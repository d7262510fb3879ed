package io.ledgerline.ingest.inlet.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final int MOST = 1000;
  private static final String TEXT =
      """
      {"messageType": "DATA_MESSAGE", "logGroup": "g", "logStream": "s", "owner": "1",
       "logEvents": [{"id": "7", "timestamp": 1, "message": "{\\"modelId\\": 1}"}]}""";

  static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void anEnvelopeIsTheSamePlainPackedAndAsLambdaGetsIt() {
    Envelope plain = Envelope.read(bytes(TEXT), MOST);
    String lambda =
        "{\"awslogs\": {\"data\": \"%s\"}}"
            .formatted(Base64.getEncoder().encodeToString(gzip(TEXT)));

    assertThat(plain.group()).isEqualTo("g");
    assertThat(plain.stream()).isEqualTo("s");
    assertThat(plain.events()).containsExactly(new Envelope.LogEvent("7", "{\"modelId\": 1}"));
    assertThat(Envelope.read(gzip(TEXT), MOST)).isEqualTo(plain);
    assertThat(Envelope.read(bytes(lambda), MOST)).isEqualTo(plain);
  }

  @Test
  void aControlMessageHoldsNothing() {
    assertThat(Envelope.read(bytes(TEXT.replace("DATA_", "CONTROL_")), MOST).events()).isEmpty();
  }

  @Test
  void whatIsNoEnvelopeIsRefusedWithoutRepeatingIt() {
    assertRefused(bytes("secret"), "malformed-json");
    assertRefused(bytes("{\"secret\": 1}"), "not-an-envelope");
    assertRefused(bytes("{\"awslogs\": {\"data\": \"?\"}}"), "not-base64");
    assertRefused(new byte[] {0x1f, (byte) 0x8b, 1, 2}, "not-gzip");
    assertRefused(gzip("x".repeat(MOST + 1)), "too-large");
  }

  private static void assertRefused(byte[] body, String code) {
    assertThatThrownBy(() -> Envelope.read(body, MOST))
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageNotContaining("secret");
  }
}
