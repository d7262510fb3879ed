package io.ledgerline.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.AccessKey;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MessageCodecTest {
  private static final AccessKey KEY =
      new AccessKey(
          "0123abcd",
          "00",
          TenantId.DEFAULT,
          "gateway",
          Set.of("ingest"),
          Instant.parse("2027-01-01T00:00:00Z"),
          null,
          3);

  private final MessageCodec codec = MessageCodec.create();

  record Amount(BigDecimal value, String text) {}

  @Test
  void aMessageComesBackAsItWas() {
    assertThat(codec.decode(codec.encode(KEY), AccessKey.class)).isEqualTo(KEY);
  }

  @Property
  void aDecimalKeepsValueAndScaleAndHasNoExponent(@ForAll BigDecimal value) {
    byte[] bytes = codec.encode(new Amount(value, "x"));

    assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("E");
    assertThat(codec.decode(bytes, Amount.class).value()).isEqualByComparingTo(value);
  }

  @Test
  void fieldsOfANewerSenderAreIgnored() {
    assertThat(decode("{\"value\":1.50,\"text\":\"t\",\"later\":{\"a\":[1]}}"))
        .isEqualTo(new Amount(new BigDecimal("1.50"), "t"));
  }

  @Test
  void whatIsNoMessageIsPoisonAndNothingElse() {
    for (String poison : new String[] {"", "null", "{", "[]", "7", "{\"value\":\"x\"}"}) {
      assertThatThrownBy(() -> decode(poison)).isInstanceOf(UnreadableMessageException.class);
    }
    assertThatThrownBy(() -> codec.decode(null, Amount.class))
        .isInstanceOf(UnreadableMessageException.class);
    assertThatThrownBy(() -> codec.decode("{}".getBytes(StandardCharsets.UTF_8), AccessKey.class))
        .isInstanceOf(UnreadableMessageException.class);
  }

  @Test
  void aMessageAboveTheLimitIsNeitherWrittenNorRead() {
    String large = "x".repeat(MessageCodec.MAX_BYTES);

    assertThatThrownBy(() -> codec.encode(new Amount(BigDecimal.ONE, large)))
        .isInstanceOf(MessageTooLargeException.class);
    assertThatThrownBy(() -> decode("{\"text\":\"" + large + "\"}"))
        .isInstanceOf(UnreadableMessageException.class);
  }

  @Test
  void aDeadLetterSaysWhereItCameFromAndWhy() {
    OutgoingRecord letter =
        DeadLetters.letter(
            "usage.recorded", "k", new byte[] {1}, new IllegalStateException("a\nb"));

    assertThat(letter.topic()).isEqualTo("usage.recorded.dlq");
    assertThat(letter.headers())
        .containsEntry("ledgerline-topic", "usage.recorded")
        .containsEntry("ledgerline-cause", "java.lang.IllegalStateException: a");
  }

  private Amount decode(String text) {
    return codec.decode(text.getBytes(StandardCharsets.UTF_8), Amount.class);
  }
}
