package io.ledgerline.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Writes problem documents: as an answer of a resource, or straight to the connection before any
 * resource is there.
 */
@Singleton
public class ProblemWriter {
  private static final Logger LOG = Logger.getLogger(ProblemWriter.class);

  /** How long a caller should wait for a part that is away: a restart takes seconds. */
  private static final String RETRY_AFTER_SECONDS = "5";

  private final ObjectMapper json;

  ProblemWriter(ObjectMapper json) {
    this.json = json;
  }

  /** Makes the answer for any failure and logs what belongs in the log. */
  Response response(Throwable failure, String instance) {
    Problem problem = explain(failure, instance);
    Response.ResponseBuilder response =
        Response.status(problem.status()).entity(bytes(problem)).type(Problem.MEDIA_TYPE);
    headers(problem).forEach(response::header);
    return response.build();
  }

  /**
   * Makes the answer for a problem that a resource made itself, for example with extension members.
   */
  public Response response(Problem problem) {
    Response.ResponseBuilder response =
        Response.status(problem.status()).entity(bytes(problem)).type(Problem.MEDIA_TYPE);
    headers(problem).forEach(response::header);
    return response.build();
  }

  /** Ends a response with the problem of a failure, unless it has begun already. */
  void end(HttpServerResponse response, Throwable failure, String instance) {
    end(response, explain(failure, instance));
  }

  /** Ends a response with a problem, unless it has begun already. */
  public void end(HttpServerResponse response, Problem problem) {
    if (response.ended() || response.closed() || response.headWritten()) {
      return;
    }
    response
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    headers(problem).forEach(response::putHeader);
    response.end(Buffer.buffer(bytes(problem)));
  }

  private static Problem explain(Throwable failure, String instance) {
    Explanation explanation = Explanation.of(failure, instance);
    Problem problem = explanation.problem();
    if (!explanation.expected()) {
      LOG.errorf(
          failure, "Unexpected failure, id %s, at %s", problem.extensions().get("id"), instance);
    } else if (problem.status() == 503) {
      LOG.warnf("Answered 503 at %s: %s", instance, rootMessage(failure));
    }
    return problem;
  }

  private static Map<String, String> headers(Problem problem) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (problem.status() == 401) {
      headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"ledgerline\"");
    } else if (problem.status() == 503 || problem.status() == 429) {
      Object seconds = problem.extensions().getOrDefault(TooMany.RETRY_AFTER, RETRY_AFTER_SECONDS);
      headers.put(HttpHeaders.RETRY_AFTER, seconds.toString());
    }
    return headers;
  }

  private byte[] bytes(Problem problem) {
    try {
      return json.writeValueAsBytes(problem);
    } catch (JsonProcessingException e) {
      LOG.error("A problem document could not be written", e);
      return "{\"status\":%d}".formatted(problem.status()).getBytes(StandardCharsets.UTF_8);
    }
  }

  private static String rootMessage(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause.getCause() != null && depth < 12; depth++) {
      cause = cause.getCause();
    }
    return cause.toString();
  }
}
