package io.ledgerline.local.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks a service whether it is ready, and what for not. */
final class HealthProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(1))
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private static final JsonMapper JSON = new JsonMapper();

  private HealthProbe() {}

  static Readiness ask(String url) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/q/health/ready")).timeout(PATIENCE).build();
    try {
      HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == OK ? Readiness.READY : Readiness.notYet(down(answer.body()));
    } catch (IOException e) {
      return Readiness.notYet("no answer yet");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Readiness.notYet("");
    }
  }

  /** The names of the checks that are down. */
  private static String down(String body) {
    List<String> names = new ArrayList<>();
    try {
      for (JsonNode check : JSON.readTree(body).path("checks")) {
        if (!"UP".equals(check.path("status").asText())) {
          names.add(check.path("name").asText());
        }
      }
    } catch (IOException e) {
      return "an answer that is not JSON";
    }
    return String.join(", ", names);
  }
}
