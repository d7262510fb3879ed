package io.ledgerline.report.vendor.vergeos.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.platform.json.JsonSettings;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Sends what the vendor's Python client sends, header by header and in its percent encoding: that
 * client itself is not to be had here.
 */
final class VergeOsClient {
  /** The 38 fields in the order of the client. */
  static final String FIELDS =
      "$key,created,from,to,sent,description,used_cores,total_cores,online_cores,total_nodes,"
          + "online_nodes,running_machines,used_ram,total_ram,online_ram,phys_ram_used,"
          + "phys_vram_used,phys_total_cpu,tier_0_used,tier_0_total,tier_1_used,tier_1_total,"
          + "tier_2_used,tier_2_total,tier_3_used,tier_3_total,tier_4_used,tier_4_total,"
          + "tier_5_used,tier_5_total,gpus_total,gpus,gpus_idle,vgpus_total,vgpus,vgpus_idle,"
          + "workload_datapoints,storage_datapoints";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Map<String, String> headers = new HashMap<>();

  private VergeOsClient() {
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "application/json");
    headers.put("Accept-Encoding", "gzip, deflate");
    headers.put("User-Agent", "python-requests/2.32.3");
  }

  static VergeOsClient basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new VergeOsClient()
        .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
  }

  static VergeOsClient bearer(String key) {
    return new VergeOsClient().with("Authorization", "Bearer " + key);
  }

  static VergeOsClient session(String token) {
    return new VergeOsClient().with("x-yottabyte-token", token);
  }

  static VergeOsClient nobody() {
    return new VergeOsClient();
  }

  VergeOsClient with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /**
   * An answer.
   *
   * @param status of HTTP
   * @param body as JSON; a missing node when it is empty
   * @param headers of the answer
   */
  record Answer(int status, JsonNode body, HttpHeaders headers) {
    String err() {
      return body.path("err").asText();
    }
  }

  /** {@code billing.list(...)}: the order of parameters is the client's. */
  Answer list(Map<String, String> more) {
    StringBuilder query = new StringBuilder("/api/v4/billing?sort=-created");
    append(query, "filter", more.get("filter"));
    append(query, "fields", more.getOrDefault("fields", FIELDS));
    append(query, "limit", more.get("limit"));
    append(query, "offset", more.get("offset"));
    return get(query.toString());
  }

  private static void append(StringBuilder query, String name, String value) {
    if (value != null) {
      query.append('&').append(name).append('=');
      query.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  /** {@code billing.get(key)}. */
  Answer record(long key) {
    return get(
        "/api/v4/billing/" + key + "?fields=" + URLEncoder.encode(FIELDS, StandardCharsets.UTF_8));
  }

  /** {@code billing.get_latest()}. */
  JsonNode latest() {
    return list(Map.of("limit", "1")).body().path(0);
  }

  Answer generate() {
    return post("/api/v4/billing_actions", "{\"action\": \"generate\"}");
  }

  Answer get(String pathAndQuery) {
    return send("GET", pathAndQuery, null);
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  Answer delete(String path) {
    return send("DELETE", path, null);
  }

  private Answer send(String method, String pathAndQuery, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + pathAndQuery));
    headers.forEach(request::header);
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    try {
      HttpResponse<String> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode json = JsonSettings.newMapper().readTree(answer.body());
      return new Answer(answer.statusCode(), json, answer.headers());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
