package io.ledgerline.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs a collection, one request after the other. */
public final class HttpRun {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 250;
  private static final int SHOWN = 300;
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final HttpFile file;
  private final Answers answers;

  /**
   * A run.
   *
   * @param given variables that go before those of the file
   */
  public HttpRun(HttpFile file, Map<String, String> given) {
    this.file = file;
    this.answers = new Answers(file.variables(), given);
  }

  /**
   * What came of a request.
   *
   * @param call the request
   * @param status of its answer; 0 when it could not be sent
   * @param trouble what is wrong; null when it was answered as expected
   */
  public record Outcome(HttpCall call, int status, String trouble) {
    /** Whether it was answered as expected. */
    public boolean ok() {
      return trouble == null;
    }
  }

  /**
   * Runs all requests.
   *
   * @param told gets each outcome as it comes
   * @return how many were not answered as expected
   */
  public int run(Consumer<Outcome> told) throws InterruptedException {
    int failed = 0;
    for (HttpCall call : file.calls()) {
      Outcome outcome = outcome(call);
      failed += outcome.ok() ? 0 : 1;
      told.accept(outcome);
    }
    return failed;
  }

  private Outcome outcome(HttpCall call) throws InterruptedException {
    try {
      HttpRequest request = request(call);
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (true) {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode body = json(answer.body());
        if (!call.expects(answer.statusCode())) {
          return new Outcome(call, answer.statusCode(), shown(answer.body()));
        }
        if (call.until() == null
            || call.until().value().equals(Answers.at(body, call.until().path()))) {
          if (call.name() != null) {
            answers.keep(call.name(), body);
          }
          return new Outcome(call, answer.statusCode(), null);
        }
        if (System.nanoTime() > end) {
          return new Outcome(
              call, answer.statusCode(), "it does not become " + call.until().value());
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (IOException | IllegalArgumentException e) {
      return new Outcome(call, 0, String.valueOf(e.getMessage()));
    }
  }

  private HttpRequest request(HttpCall call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(answers.filled(call.url()))).timeout(PATIENCE);
    call.headers().forEach((name, value) -> request.header(name, answers.filled(value)));
    return request
        .method(
            call.method(),
            call.body().isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(answers.filled(call.body())))
        .build();
  }

  /** What is no JSON has nothing to refer to. */
  private static JsonNode json(String body) {
    try {
      JsonNode json = JSON.readTree(body);
      return json == null ? MissingNode.getInstance() : json;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static String shown(String body) {
    return body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
  }
}
