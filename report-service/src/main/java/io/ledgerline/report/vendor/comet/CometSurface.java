package io.ledgerline.report.vendor.comet;

import io.ledgerline.platform.problem.Problem;
import io.ledgerline.platform.problem.surface.Surface;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** How Comet's clients say who they are, and what failures look like to them. */
@ApplicationScoped
public class CometSurface implements Surface {
  private static final String BEARER = "Bearer ";

  private final CometPaths paths;

  CometSurface(CometPaths paths) {
    this.paths = paths;
  }

  /**
   * A failure.
   *
   * @param msg for a person
   * @param code HTTP status
   */
  @RegisterForReflection
  public record Failure(String msg, int code) {}

  @Override
  public boolean owns(String path) {
    return paths.owns(path);
  }

  /** The header is the key itself; with the word Bearer before it it is taken as well. */
  @Override
  public Optional<String> key(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header == null || header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.empty()
        : Optional.of(header.strip());
  }

  @Override
  public Answer answer(Problem problem) {
    String message = problem.detail() == null ? problem.title() : problem.detail();
    return new Answer(problem.status(), new Failure(message, problem.status()));
  }

  /** A client's base address may have a prefix; what follows it is the same. */
  void acceptPrefix(@Observes Router router) {
    if (!paths.prefix().isEmpty()) {
      router
          .route(paths.prefix() + CometPaths.ROOT + "/*")
          .order(Integer.MIN_VALUE + 1)
          .handler(this::withoutPrefix);
    }
  }

  private void withoutPrefix(RoutingContext context) {
    String path = context.normalizedPath().substring(paths.prefix().length());
    String query = context.request().query();
    context.reroute(context.request().method(), query == null ? path : path + "?" + query);
  }
}
