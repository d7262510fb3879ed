package io.ledgerline.report.vendor.dynamoguard.rest;

import io.ledgerline.platform.problem.Problem;
import io.ledgerline.platform.problem.surface.Surface;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** The paths of DynamoGuard's API: every failure on them is JSON of its form. */
@ApplicationScoped
public class DynamoGuardSurface implements Surface {
  private static final String ROOT = "/v1";

  /**
   * A failure. Old SDKs read the body of every one as JSON, without a guard.
   *
   * @param statusCode HTTP status
   * @param message for a person
   * @param error the status in words
   */
  @RegisterForReflection
  public record Failure(int statusCode, String message, String error) {}

  @Override
  public boolean owns(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }

  @Override
  public Answer answer(Problem problem) {
    Response.Status status = Response.Status.fromStatusCode(problem.status());
    String words = status == null ? problem.title() : status.getReasonPhrase();
    String message = problem.detail() == null ? problem.title() : problem.detail();
    return new Answer(problem.status(), new Failure(problem.status(), message, words));
  }
}
