package io.ledgerline.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {
  @Test
  void codesAreTheStableOnesThatCallersBranchOn() {
    assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code))
        .containsExactlyInAnyOrder(
            "malformed-json",
            "unsupported-media-type",
            "invalid-request",
            "invalid-event",
            "invalid-record",
            "empty-batch",
            "too-many-events",
            "too-many-entries",
            "body-too-large",
            "unauthenticated",
            "forbidden",
            "scope-not-supported",
            "link-not-valid",
            "not-found",
            "method-not-allowed",
            "not-acceptable",
            "conflict",
            "dependency-unavailable",
            "idempotency-key-reused",
            "overloaded",
            "too-many-requests",
            "too-many-failures",
            "too-many-runs",
            "internal");
  }

  @Test
  void everyCodeIsFoundByItsName() {
    assertThat(ErrorCode.values())
        .allSatisfy(code -> assertThat(ErrorCode.of(code.code())).contains(code));
    assertThat(ErrorCode.of("no-such-code")).isEmpty();
  }
}
