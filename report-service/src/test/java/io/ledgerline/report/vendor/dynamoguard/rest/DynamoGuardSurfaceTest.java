package io.ledgerline.report.vendor.dynamoguard.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamoGuardSurfaceTest {
  private final DynamoGuardSurface surface = new DynamoGuardSurface();

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/v1/", "/v1/billing/reports", "/v1/anything"})
  void allOfItsPathsAreOwned(String path) {
    assertThat(surface.owns(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/v10/reports", "/api/v1/report-runs", "/api/v4/x"})
  void othersAreNot(String path) {
    assertThat(surface.owns(path)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void everyFailureHasAStatusAMessageAndAWord(ErrorCode code) {
    var answer = surface.answer(Problem.of(code, "What happened.", "/v1/billing/reports"));
    DynamoGuardSurface.Failure failure = (DynamoGuardSurface.Failure) answer.body();
    assertThat(answer.status()).isEqualTo(code.status());
    assertThat(failure.statusCode()).isEqualTo(code.status());
    assertThat(failure.message()).isEqualTo("What happened.");
    assertThat(failure.error()).isNotBlank();
  }

  @Test
  void case06ARoleThatIsMissingIsForbidden() {
    var answer = surface.answer(Problem.of(ErrorCode.FORBIDDEN, "No.", "/v1/billing/reports"));
    assertThat(answer.body()).isEqualTo(new DynamoGuardSurface.Failure(403, "No.", "Forbidden"));
  }
}
