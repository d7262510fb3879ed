package io.ledgerline.system.chaos.suite;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * HTTP calls with a key, each tried once: who calls decides what to do about a failure.
 *
 * @param url where the service is
 * @param key the API key
 */
public record Api(String url, String key) {
  /** JSON whose decimals keep their digits. */
  public static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * What was answered.
   *
   * @param status the HTTP status
   * @param type the media type, or empty
   * @param body the bytes
   */
  public record Answer(int status, String type, byte[] body) {
    /** The body as JSON. */
    public JsonNode json() throws IOException {
      return JSON.readTree(body);
    }
  }

  /** Reads. */
  public Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Reads JSON, where only 200 will do. */
  public JsonNode read(String path) throws IOException, InterruptedException {
    Answer answer = get(path);
    if (answer.status() != HttpStatus.OK) {
      throw new IOException(path + " answered " + answer.status());
    }
    return answer.json();
  }

  /** Sends JSON. */
  public Answer post(String path, JsonNode body) throws IOException, InterruptedException {
    return post(path, JSON.writeValueAsBytes(body), Map.of());
  }

  /** Sends bytes of JSON with further headers. */
  public Answer post(String path, byte[] body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
    headers.forEach(request::header);
    return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + key);
  }

  private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(
        answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
  }
}
