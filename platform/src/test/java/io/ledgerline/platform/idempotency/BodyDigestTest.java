package io.ledgerline.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.InvalidRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BodyDigestTest {
  @Test
  void theSameBodyIsKnownAgain() {
    assertThatCode(() -> digest("{\"a\":1}").check(digest("{\"a\":1}").bytes()))
        .doesNotThrowAnyException();
  }

  @Test
  void anotherBodyWithTheSameKeyIsRefused() {
    byte[] first = digest("{\"a\":1}").bytes();

    assertThatThrownBy(() -> digest("{\"a\":2}").check(first))
        .isInstanceOfSatisfying(
            InvalidRequest.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
  }

  private static BodyDigest digest(String body) {
    return BodyDigest.of(body.getBytes(StandardCharsets.UTF_8));
  }
}
