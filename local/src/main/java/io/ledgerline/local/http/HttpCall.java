package io.ledgerline.local.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One request of a collection, its variables still in it.
 *
 * @param title what stands behind {@code ###}
 * @param name by which later requests refer to its answer; null for none
 * @param method such as {@code GET}
 * @param url as it is written
 * @param headers as they are written, in order
 * @param body as it is written; empty for none
 * @param expected statuses; empty for any 2xx
 * @param until what its answer has to say before the collection goes on; null for nothing
 */
public record HttpCall(
    String title,
    String name,
    String method,
    String url,
    Map<String, String> headers,
    String body,
    Set<Integer> expected,
    Until until) {
  private static final int HUNDRED = 100;

  /**
   * What an answer has to say.
   *
   * @param path of the value, such as {@code $.state}
   * @param value as text
   */
  public record Until(String path, String value) {}

  /** Copies. */
  public HttpCall {
    headers = Map.copyOf(new LinkedHashMap<>(headers));
    expected = Set.copyOf(expected);
  }

  /** Whether the status is one of those that are expected. */
  public boolean expects(int status) {
    return expected.isEmpty() ? status / HUNDRED == 2 : expected.contains(status);
  }
}
