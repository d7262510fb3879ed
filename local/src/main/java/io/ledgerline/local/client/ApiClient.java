package io.ledgerline.local.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calls one service's REST API. A service that does not answer, or says that it cannot now, is
 * asked again for two minutes: it may be on its way back.
 */
public final class ApiClient {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 500;
  private static final Set<Integer> CANNOT_NOW = Set.of(429, 502, 503, 504);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final String name;
  private final String url;
  private final String key;
  private final Consumer<String> notice;

  /**
   * A client of the service there.
   *
   * @param name the service's name for people
   * @param url where it is
   * @param key the API key to show
   * @param notice told when the service has to be waited for
   */
  public ApiClient(String name, String url, String key, Consumer<String> notice) {
    this.name = name;
    this.url = url;
    this.key = key;
    this.notice = notice;
  }

  /** Reads JSON. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(bytes(path));
  }

  /**
   * Reads JSON that takes the service some time.
   *
   * @param patience how long to wait for the answer
   */
  public JsonNode get(String path, Duration patience) throws IOException, InterruptedException {
    return JSON.readTree(call(request(path).timeout(patience).GET().build()).body());
  }

  /**
   * Reads a stream of JSON lines, each as it comes. What breaks off in the middle is not begun
   * again.
   *
   * @param patience how long to wait for the answer to begin
   */
  public void lines(String path, Duration patience, Consumer<JsonNode> reader)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(patience)
            .header("Accept", "application/x-ndjson, */*;q=0.8")
            .header("Authorization", "Bearer " + key)
            .GET()
            .build();
    HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
    try (Stream<String> lines = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new ApiException(
            "%s answered %d to GET %s: %s"
                .formatted(
                    name,
                    answer.statusCode(),
                    request.uri().getPath(),
                    lines.collect(Collectors.joining())),
            answer.statusCode());
      }
      for (String line : (Iterable<String>) lines::iterator) {
        reader.accept(JSON.readTree(line));
      }
    } catch (UncheckedIOException e) {
      throw new IOException(name + " broke off in the middle of its answer", e);
    }
  }

  /** Reads bytes. */
  public byte[] bytes(String path) throws IOException, InterruptedException {
    return call(request(path).GET().build()).body();
  }

  /**
   * Sends JSON, or nothing when {@code body} is null.
   *
   * @return the answer's status and JSON
   */
  public Answer post(String path, JsonNode body) throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    if (body == null) {
      request.POST(HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }
    HttpResponse<byte[]> answer = call(request.build());
    return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(ANSWER_PATIENCE)
        .header("Accept", "application/json, */*;q=0.8")
        .header("Authorization", "Bearer " + key);
  }

  private HttpResponse<byte[]> call(HttpRequest request) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    boolean told = false;
    while (true) {
      String trouble;
      try {
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (!CANNOT_NOW.contains(answer.statusCode())) {
          return checked(request, answer);
        }
        trouble = "answers " + answer.statusCode();
      } catch (IOException e) {
        if (e instanceof ApiException) {
          throw e;
        }
        trouble = "does not answer";
      }
      if (Instant.now().isAfter(end)) {
        throw new IOException(name + " " + trouble + " at " + request.uri());
      }
      if (!told) {
        notice.accept(name + " " + trouble + "; waiting for it");
        told = true;
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private HttpResponse<byte[]> checked(HttpRequest request, HttpResponse<byte[]> answer)
      throws IOException {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return answer;
    }
    throw new ApiException(
        "%s answered %d to %s %s: %s"
            .formatted(
                name, status, request.method(), request.uri().getPath(), reason(answer.body())),
        status);
  }

  /** A problem's own words, where the answer is one. */
  private static String reason(byte[] body) {
    try {
      JsonNode problem = JSON.readTree(body);
      String detail = problem.path("detail").asText(problem.path("title").asText());
      return problem.path("errors").isEmpty() ? detail : detail + " " + problem.path("errors");
    } catch (IOException notJson) {
      return new String(body, java.nio.charset.StandardCharsets.UTF_8).strip();
    }
  }

  /**
   * A service's answer.
   *
   * @param status the HTTP status, a 2xx
   * @param body its JSON; a missing node when there is none
   */
  public record Answer(int status, JsonNode body) {}
}
