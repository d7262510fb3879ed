package io.ledgerline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.local.client.ApiClient;
import io.ledgerline.local.client.ApiException;
import io.ledgerline.local.suite.Service;
import io.ledgerline.local.suite.SuiteException;
import java.io.IOException;
import java.util.List;

/**
 * The demo's own key, and the services as they are reached with it.
 *
 * @param ingest ingest-service
 * @param report report-service
 */
record DemoAccess(ApiClient ingest, ApiClient report) {
  private static final List<String> ROLES = List.of("ingest", "billing-admin", "viewer");
  private static final int UNAUTHENTICATED = 401;

  /** Makes a key with the admin's, and waits until every service knows it. */
  static DemoAccess make(DemoSuite suite, DemoOutput out)
      throws IOException, InterruptedException, SuiteException {
    ObjectNode wish = JsonNodeFactory.instance.objectNode();
    wish.put("name", "demo");
    ROLES.forEach(wish.putArray("roles")::add);
    JsonNode made = suite.adminClient(Service.REPORT, out).post("/api/v1/keys", wish).body();
    String key = made.path("key").asText();
    DemoAccess access =
        new DemoAccess(
            suite.client(Service.INGEST, key, out), suite.client(Service.REPORT, key, out));
    new Waiting(out)
        .until(
            "The new key at ingest-service",
            () -> access.isKnownToIngest(),
            known -> known,
            known -> "the key is on its way to ingest-service");
    out.say("%s… with the roles %s", made.path("prefix").asText(), String.join(", ", ROLES));
    return access;
  }

  private boolean isKnownToIngest() throws IOException, InterruptedException {
    try {
      ingest.get("/api/v1/inlets/s3/objects?limit=1");
      return true;
    } catch (ApiException e) {
      if (e.status() == UNAUTHENTICATED) {
        return false;
      }
      throw e;
    }
  }
}
