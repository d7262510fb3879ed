package io.ledgerline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Walks through a running service's OpenAPI document and finds what is not as everything else is:
 * lists without pages, reads without an ETag, bodies without an example, parameters that make it
 * fail.
 */
public final class ApiWalk {
  private static final String OURS = "/api/v1/";

  /** What vendors' clients call is as their vendor has it. */
  private static final List<String> VENDORS =
      List.of("/api/v1/vendors/", "/api/v1/daily-billing-records");

  private static final String JSON = "application/json";
  private static final Set<String> WRITES = Set.of("post", "put", "patch");
  private static final int OK = 200;
  private static final int FAILED = 500;

  private final Supplier<RequestSpecification> caller;
  private final Set<String> whole;
  private final List<String> faults = new ArrayList<>();
  private JsonNode api;

  /**
   * A walk.
   *
   * @param caller may read everything
   * @param whole paths of lists that the program itself bounds, and so have no pages
   */
  public ApiWalk(Supplier<RequestSpecification> caller, Set<String> whole) {
    this.caller = caller;
    this.whole = Set.copyOf(whole);
  }

  /** What is wrong, a sentence each. */
  public List<String> faults() {
    api = read(caller.get().accept(JSON).get("/q/openapi?format=json").asByteArray());
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      if (path.getKey().startsWith(OURS) && VENDORS.stream().noneMatch(path.getKey()::startsWith)) {
        for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
          look(path.getKey(), operation.getKey(), operation.getValue());
        }
      }
    }
    return List.copyOf(faults);
  }

  private void look(String path, String method, JsonNode operation) {
    if (operation.path("summary").asText().isEmpty()) {
      faults.add(method + " " + path + " has no summary");
    }
    if (WRITES.contains(method)) {
      for (Map.Entry<String, JsonNode> body : operation.at("/requestBody/content").properties()) {
        if (!hasExample(body.getValue())) {
          faults.add(method + " " + path + " has no example of its " + body.getKey());
        }
      }
    } else if ("get".equals(method)) {
      lookAtRead(path, operation);
    }
  }

  private void lookAtRead(String path, JsonNode operation) {
    JsonNode schema = operation.at("/responses/200/content/application~1json/schema");
    if (schema.isMissingNode()) {
      return;
    }
    if (isList(schema) && !whole.contains(path)) {
      for (String name : List.of("limit", "cursor")) {
        if (!hasParameter(operation, name)) {
          faults.add("get " + path + " is a list without '" + name + "'");
        }
      }
    }
    if (!path.contains("{")) {
      Response answer = caller.get().get(path);
      if (answer.statusCode() == OK && answer.header("ETag") == null) {
        faults.add("get " + path + " answers without an ETag");
      }
      for (JsonNode parameter : operation.path("parameters")) {
        String query = "?" + parameter.path("name").asText() + "=%00";
        if (caller.get().urlEncodingEnabled(false).get(path + query).statusCode() >= FAILED) {
          faults.add("get " + path + query + " fails");
        }
      }
    }
  }

  private boolean isList(JsonNode schema) {
    JsonNode known = schema.has("$ref") ? api.at(schema.get("$ref").asText().substring(1)) : schema;
    return known.path("properties").path("items").path("type").toString().contains("array");
  }

  private static boolean hasExample(JsonNode body) {
    return body.has("example")
        || !body.path("examples").isEmpty()
        || body.path("schema").has("example")
        || body.path("schema").has("examples");
  }

  private static boolean hasParameter(JsonNode operation, String name) {
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("name").asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode read(byte[] json) {
    try {
      return new JsonMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("the OpenAPI document is no JSON", e);
    }
  }
}
