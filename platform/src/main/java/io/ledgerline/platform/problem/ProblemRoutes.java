package io.ledgerline.platform.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Problem documents for what fails before a resource is found: authentication, size, unknown paths.
 */
@Singleton
public class ProblemRoutes {
  /** Just before Quarkus's own check, which answers without a body. */
  private static final int BEFORE_UPLOAD_LIMIT = 3;

  private final ProblemWriter writer;
  private final long maxBody;

  ProblemRoutes(ProblemWriter writer, HttpConfig config) {
    this.writer = writer;
    this.maxBody = config.maxBodySize().asLongValue();
  }

  void refuseLargeBodies(@Observes Filters filters) {
    filters.register(this::refuseLargeBody, BEFORE_UPLOAD_LIMIT);
  }

  void answerFailures(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(this::answerFailure);
    router.errorHandler(404, c -> answerStatus(c, 404));
    router.errorHandler(405, c -> answerStatus(c, 405));
  }

  private void refuseLargeBody(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && length.length() < 19 && Long.parseLong(length) > maxBody) {
      context.response().putHeader(HttpHeaders.CONNECTION, "close");
      writer.end(context.response(), problem(context, PayloadTooLarge.body(maxBody)));
    } else {
      context.next();
    }
  }

  private void answerFailure(RoutingContext context) {
    if (context.failure() != null) {
      writer.end(context.response(), context.failure(), context.normalizedPath());
    } else {
      answerStatus(context, context.statusCode());
    }
  }

  private void answerStatus(RoutingContext context, int status) {
    writer.end(context.response(), Explanation.ofStatus(status, context.normalizedPath()));
  }

  private static Problem problem(RoutingContext context, Explained cause) {
    return Problem.of(cause, context.normalizedPath());
  }
}
