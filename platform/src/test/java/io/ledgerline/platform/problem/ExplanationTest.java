package io.ledgerline.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  @Test
  void anExceptionOfOursKeepsItsCodeThroughWrappers() {
    Throwable failure = new CompletionException(NotFound.of("report run", 7));

    assertThat(code(failure)).isEqualTo("not-found");
    assertThat(of(failure).problem().detail()).isEqualTo("There is no report run 7.");
  }

  @Test
  void frameworkAnswersBecomeCodes() {
    assertThat(code(new NotFoundException())).isEqualTo("not-found");
    assertThat(code(new NotAllowedException("GET"))).isEqualTo("method-not-allowed");
    assertThat(code(new NotSupportedException())).isEqualTo("unsupported-media-type");
    assertThat(code(new AuthenticationFailedException())).isEqualTo("unauthenticated");
    assertThat(code(new ForbiddenException())).isEqualTo("forbidden");
  }

  @Test
  void aParameterThatDoesNotConvertIsTheCallersFaultAndNotAMissingPage() {
    assertThat(code(new NotFoundException(new NumberFormatException("For input string: \"x\""))))
        .isEqualTo("invalid-request");
    assertThat(code(new NotFoundException(InvalidRequest.field("limit", "range", "no"))))
        .isEqualTo("invalid-request");
  }

  @Test
  void aPartThatIsAwayIsNoFaultOfTheService() {
    Throwable refused = new IllegalStateException(new ConnectException("Connection refused"));

    assertThat(code(refused)).isEqualTo("dependency-unavailable");
    assertThat(of(refused).expected()).isTrue();
  }

  @Test
  void whatNobodyKnowsIsInternalWithAnIdAndWithoutTheMessage() {
    Explanation explanation = of(new IllegalStateException("secret detail"));

    assertThat(explanation.expected()).isFalse();
    assertThat(explanation.problem().code()).isEqualTo("internal");
    assertThat(explanation.problem().detail()).doesNotContain("secret");
    assertThat(explanation.problem().extensions()).containsKey("id");
  }

  @Test
  void aWrongStatementAndAFullDiskAreNotMistakenForAbsence() {
    assertThat(code(new SQLException("syntax error", "42601"))).isEqualTo("internal");
    assertThat(code(new IOException("No space left on device"))).isEqualTo("internal");
  }

  private static String code(Throwable failure) {
    return of(failure).problem().code();
  }

  private static Explanation of(Throwable failure) {
    return Explanation.of(failure, "/somewhere");
  }
}
