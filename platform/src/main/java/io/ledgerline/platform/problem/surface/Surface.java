package io.ledgerline.platform.problem.surface;

import io.ledgerline.platform.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;

/**
 * Paths that speak a vendor's wire format. A bean that implements this is asked for every failure
 * on its paths, those before a resource is found too, and for the key of every call. Called on the
 * event loop: must not block.
 */
public interface Surface {
  /**
   * Whether a path is the surface's.
   *
   * @param path of the request, with its leading slash and without the query
   */
  boolean owns(String path);

  /**
   * The text of the API key, where the vendor's clients put it.
   *
   * @return empty to look where Ledgerline's own clients put it: {@code Authorization: Bearer} or
   *     {@code X-API-Key}
   */
  default Optional<String> key(HttpServerRequest request) {
    return Optional.empty();
  }

  /** The vendor's answer for a problem. */
  Answer answer(Problem problem);

  /**
   * An answer that is not a problem document.
   *
   * @param status HTTP status
   * @param body written as JSON
   * @param headers further ones; {@code Content-Type} is {@code application/json} unless they say
   *     otherwise
   */
  record Answer(int status, Object body, Map<String, String> headers) {
    /** Copies. */
    public Answer {
      headers = Map.copyOf(headers);
    }

    /** An answer without further headers. */
    public Answer(int status, Object body) {
      this(status, body, Map.of());
    }
  }
}
