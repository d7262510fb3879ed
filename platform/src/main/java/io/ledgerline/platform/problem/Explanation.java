package io.ledgerline.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import io.ledgerline.contracts.InvalidValueException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.NoContentException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * What a failure means to the caller. One place decides it, for failures inside resources and
 * before them alike.
 *
 * @param problem the document to send
 * @param expected false when nothing knew the failure: it belongs in the log with its stack
 */
record Explanation(Problem problem, boolean expected) {

  /** Finds the problem of any failure; never fails itself. {@code instance} may be null. */
  static Explanation of(Throwable failure, String instance) {
    Throwable cause = unwrapped(failure);
    return known(cause, instance)
        .map(problem -> new Explanation(problem, true))
        .orElseGet(() -> new Explanation(unexpected(instance), false));
  }

  /** The problem of a bare HTTP status, for answers made before any exception is there. */
  static Problem ofStatus(int status, String instance) {
    ErrorCode code =
        switch (status) {
          case 401 -> ErrorCode.UNAUTHENTICATED;
          case 403 -> ErrorCode.FORBIDDEN;
          case 404 -> ErrorCode.NOT_FOUND;
          case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
          case 406 -> ErrorCode.NOT_ACCEPTABLE;
          case 409 -> ErrorCode.CONFLICT;
          case 413 -> ErrorCode.BODY_TOO_LARGE;
          case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
          case 429 -> ErrorCode.TOO_MANY_REQUESTS;
          case 503, 504 -> ErrorCode.DEPENDENCY_UNAVAILABLE;
          default -> status >= 400 && status < 500 ? ErrorCode.INVALID_REQUEST : ErrorCode.INTERNAL;
        };
    return code == ErrorCode.INTERNAL
        ? unexpected(instance)
        : Problem.of(code, code.explanation(), instance);
  }

  private static Optional<Problem> known(Throwable cause, String instance) {
    return switch (cause) {
      case Explained explained -> Optional.of(Problem.of(explained, instance));
      case InvalidValueException e ->
          Optional.of(Problem.of(InvalidRequest.field(e.field(), e.code(), e.detail()), instance));
      case ConstraintViolationException v when !Violations.isAboutAnAnswer(v) ->
          Optional.of(Problem.of(Violations.explain(v), instance));
      // Jackson wraps what the stream below or a record above it threw on purpose.
      case JsonProcessingException json when json.getCause() instanceof Explained inner ->
          Optional.of(Problem.of(inner, instance));
      case JsonProcessingException json when isCallersFault(json) ->
          Optional.of(Problem.of(JsonFaults.explain(json), instance));
      case WebApplicationException web -> web(web, instance);
      case UnauthorizedException e -> Optional.of(ofStatus(401, instance));
      case AuthenticationException e -> Optional.of(ofStatus(401, instance));
      case ForbiddenException e -> Optional.of(ofStatus(403, instance));
      default ->
          DependencyFailures.find(cause)
              .map(
                  c ->
                      Problem.of(new DependencyUnavailable("a part this call needs", c), instance));
    };
  }

  private static Optional<Problem> web(WebApplicationException web, String instance) {
    Throwable cause = web.getCause();
    if (cause instanceof NoContentException) {
      return Optional.of(
          Problem.of(ErrorCode.INVALID_REQUEST, "The request needs a body.", instance));
    }
    if (cause != null && web.getResponse().getStatus() < 500) {
      Optional<Problem> better = known(unwrapped(cause), instance);
      if (better.isPresent()) {
        return better;
      }
      if (web instanceof NotFoundException) {
        // Quarkus REST says 404 for a parameter that does not convert; the caller asked wrongly.
        return Optional.of(unreadableParameter(cause, instance));
      }
    }
    int status = web.getResponse().getStatus();
    return status >= 500 && status != 503
        ? Optional.empty()
        : Optional.of(ofStatus(status, instance));
  }

  private static Problem unreadableParameter(Throwable cause, String instance) {
    String detail = "A parameter of the address cannot be read: " + cause.getMessage();
    return Problem.of(
        ErrorCode.INVALID_REQUEST,
        detail.length() > 300 ? detail.substring(0, 300) : detail,
        instance);
  }

  private static boolean isCallersFault(JsonProcessingException json) {
    return !(json instanceof InvalidDefinitionException) && JsonFaults.cameFromReading(json);
  }

  private static Problem unexpected(String instance) {
    String id = UUID.randomUUID().toString();
    return Problem.of(
        ErrorCode.INTERNAL,
        "The service's log has the cause under the id " + id + ".",
        instance,
        List.of(),
        Map.of("id", id));
  }

  private static Throwable unwrapped(Throwable failure) {
    boolean wrapper =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    return wrapper && failure.getCause() != null ? unwrapped(failure.getCause()) : failure;
  }
}
