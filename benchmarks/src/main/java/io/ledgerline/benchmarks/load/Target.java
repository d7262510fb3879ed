package io.ledgerline.benchmarks.load;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Where calls go.
 *
 * @param address the server
 * @param path path and query
 * @param key the API key to show
 * @param counted the member of {@code counts} in the answer that says how many events were taken
 */
public record Target(InetSocketAddress address, String path, String key, String counted) {
  /** The request's head, all before the body. */
  byte[] head(int bodyLength) {
    return """
        POST %s HTTP/1.1\r
        Host: %s:%d\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
        .formatted(path, address.getHostString(), address.getPort(), key, bodyLength)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** What the answer is searched for. */
  byte[] countedName() {
    return ("\"" + counted + "\":").getBytes(StandardCharsets.US_ASCII);
  }
}
