package io.ledgerline.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BodyLimitTest {
  @Test
  void aBodyAsLargeAsTheLimitIsRead() throws IOException {
    try (InputStream body = limited(10)) {
      assertThat(body.readAllBytes()).hasSize(10);
      assertThat(body.read()).isEqualTo(-1);
    }
  }

  @Test
  void theFirstByteAboveTheLimitEndsIt() throws IOException {
    try (InputStream body = limited(11)) {
      assertThatThrownBy(body::readAllBytes).isInstanceOf(PayloadTooLarge.class);
    }
    try (InputStream body = limited(11)) {
      body.readNBytes(10);
      assertThatThrownBy(body::read).isInstanceOf(PayloadTooLarge.class);
    }
  }

  private static InputStream limited(int size) {
    return new BodyLimit.Limited(new ByteArrayInputStream(new byte[size]), 10);
  }
}
