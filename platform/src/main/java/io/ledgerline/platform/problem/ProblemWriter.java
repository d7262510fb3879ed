package io.ledgerline.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.platform.problem.surface.Surface;
import io.ledgerline.platform.problem.surface.Surfaces;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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
  private final Surfaces surfaces;

  ProblemWriter(ObjectMapper json, Surfaces surfaces) {
    this.json = json;
    this.surfaces = surfaces;
  }

  /** Makes the answer for any failure and logs what belongs in the log. */
  Response response(Throwable failure, String instance) {
    return response(explain(failure, instance));
  }

  /**
   * Makes the answer for a problem that a resource made itself, for example with extension members.
   */
  public Response response(Problem problem) {
    Surface.Answer answer = answer(problem);
    Response.ResponseBuilder response = Response.status(answer.status()).entity(bytes(answer));
    answer.headers().forEach(response::header);
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
    Surface.Answer answer = answer(problem);
    response.setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    response.end(Buffer.buffer(bytes(answer)));
  }

  /** The problem in the words of the surface it happened on. */
  private Surface.Answer answer(Problem problem) {
    Surface.Answer answer =
        surfaces
            .of(problem.instance())
            .map(surface -> surface.answer(problem))
            .orElseGet(() -> new Surface.Answer(problem.status(), problem, Map.of()));
    Map<String, String> headers = new LinkedHashMap<>(headers(problem));
    headers.put(
        HttpHeaders.CONTENT_TYPE,
        answer.body() == problem ? Problem.MEDIA_TYPE : MediaType.APPLICATION_JSON);
    headers.putAll(answer.headers());
    return new Surface.Answer(answer.status(), answer.body(), headers);
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

  private byte[] bytes(Surface.Answer answer) {
    try {
      return json.writeValueAsBytes(answer.body());
    } catch (JsonProcessingException e) {
      LOG.error("A problem document could not be written", e);
      return "{\"status\":%d}".formatted(answer.status()).getBytes(StandardCharsets.UTF_8);
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
