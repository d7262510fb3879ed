package io.ledgerline.platform.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.ledgerline.testkit.LedgerlineParts;
import io.ledgerline.testkit.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LedgerlineParts.class)
class ProblemsAtTheEdgeIT {
  private static final String NOTES = "/api/v1/notes";

  @Test
  void withoutAKeyEverythingButHealthIsClosed() {
    for (String path : new String[] {NOTES, "/no/such", "/q/metrics", "/q/openapi", "/problems"}) {
      problem(given().get(path).then(), 401, "unauthenticated")
          .header("WWW-Authenticate", startsWith("Bearer"));
    }
    given().get("/q/health/live").then().statusCode(200);
  }

  @Test
  void theOpenApiDocumentSaysThatFailuresAreProblems() {
    String problem = "content.'application/problem+json'.schema.'$ref'";
    as(TestKeys.VIEWER)
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body("components.schemas.ProblemDocument.required", hasItem("code"))
        .body(
            "paths.'/api/v1/notes/{id}'.get.responses.default." + problem,
            equalTo("#/components/schemas/ProblemDocument"))
        .body(
            "paths.'/api/v1/notes/{id}'.get.responses.'401'." + problem,
            equalTo("#/components/schemas/ProblemDocument"));
  }

  @Test
  void aWrongKeyIsUnauthenticatedAndAWrongRoleForbidden() {
    problem(given().header("X-API-Key", "nonsense").get(NOTES).then(), 401, "unauthenticated");
    problem(
        given().header("X-API-Key", "ll_ffffffff_" + "A".repeat(43)).get(NOTES).then(),
        401,
        "unauthenticated");
    problem(as(TestKeys.INGEST).get(NOTES).then(), 403, "forbidden");
    problem(as(TestKeys.VIEWER).get(NOTES + "/unannotated").then(), 403, "forbidden");
  }

  @Test
  void bothHeadersCarryAKeyAndTheCallerIsKnown() {
    given()
        .header("Authorization", TestKeys.bearer(TestKeys.OTHER_TENANT))
        .get(NOTES + "/caller")
        .then()
        .statusCode(200)
        .body("tenant", equalTo("other"))
        .body("name", equalTo("test-other-tenant"));
    as(TestKeys.ADMIN).get(NOTES + "/caller").then().statusCode(200);
  }

  @Test
  void aKeyWithAScopeMeetsOnlyWhatIsFitForIt() {
    as(TestKeys.SCOPE_A)
        .get(NOTES + "/caller")
        .then()
        .statusCode(200)
        .body("scope.sourceAccounts", contains("scope-a-*"))
        .body("scope.costCentres", contains("scope-centre-a"));
    problem(as(TestKeys.SCOPE_A).get(NOTES + "/conflict").then(), 409, "conflict");
    as(TestKeys.SCOPE_A).get("/problems").then().statusCode(200);
    problem(as(TestKeys.SCOPE_A).get(NOTES).then(), 403, "scope-not-supported");
    problem(as(TestKeys.SCOPE_A).get(NOTES + "/4711").then(), 403, "scope-not-supported");
  }

  @Test
  void unknownPathsAndMethodsAreProblems() {
    problem(as(TestKeys.VIEWER).get("/no/such").then(), 404, "not-found");
    problem(as(TestKeys.VIEWER).get(NOTES + "/4711").then(), 404, "not-found");
    problem(as(TestKeys.VIEWER).delete(NOTES).then(), 405, "method-not-allowed");
    problem(
        as(TestKeys.VIEWER).header("Accept", "image/png").get(NOTES).then(), 406, "not-acceptable");
  }

  @Test
  void aBodyThatCannotBeReadIsNamed() {
    problem(post("{\"id\": 1,\n \"text\": }"), 400, "malformed-json")
        .body("detail", containsString("line 2"));
    problem(post("{\"id\": \"x\"}"), 400, "malformed-json").body("errors[0].field", equalTo("id"));
    problem(post("[]"), 400, "malformed-json");
    problem(post(""), 400, "invalid-request");
    problem(
        as(TestKeys.INGEST).contentType("text/plain").body("x").post(NOTES).then(),
        415,
        "unsupported-media-type");
  }

  @Test
  void everyFieldThatBreaksARuleIsNamed() {
    problem(post("{\"id\": -1, \"text\": \" \"}"), 400, "invalid-request")
        .body("errors.field", hasItems("id", "text"))
        .body("errors.code", hasItem("not-blank"));
  }

  @Test
  void aParameterThatCannotBeReadIsNamed() {
    problem(as(TestKeys.VIEWER).get(NOTES + "?limit=many").then(), 400, "invalid-request")
        .body("errors[0].field", equalTo("limit"));
    problem(as(TestKeys.VIEWER).get(NOTES + "?cursor=***").then(), 400, "invalid-request")
        .body("errors[0].field", equalTo("cursor"));
    problem(as(TestKeys.VIEWER).get(NOTES + "?from=yesterday").then(), 400, "invalid-request");
    as(TestKeys.VIEWER)
        .get(NOTES + "?limit=1")
        .then()
        .statusCode(200)
        .body("items", equalTo(List.of("a")));
  }

  @Test
  void aBodyAboveTheLimitIsAProblemWithAndWithoutALength() {
    byte[] large =
        ("{\"id\": 1, \"text\": \"" + "x".repeat(17 * 1024 * 1024) + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    problem(
        as(TestKeys.INGEST).contentType("application/json").body(large).post(NOTES).then(),
        413,
        "body-too-large");
    chunked(large);
  }

  private static void chunked(byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + NOTES))
            .header("X-API-Key", TestKeys.INGEST)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.body()).contains("\"code\":\"body-too-large\"");
      assertThat(answer.statusCode()).isEqualTo(413);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFailureOnPurposeKeepsItsExtensionMembers() {
    problem(as(TestKeys.VIEWER).get(NOTES + "/conflict").then(), 409, "conflict")
        .body("counts.conflict", equalTo(1))
        .body("type", equalTo("/problems/conflict"))
        .body("instance", equalTo(NOTES + "/conflict"));
  }

  @Test
  void aBugTellsAnIdAndNothingElse() {
    problem(as(TestKeys.VIEWER).get(NOTES + "/bug").then(), 500, "internal")
        .body("id", not(equalTo(null)))
        .body("detail", not(containsString("secret")));
  }

  @Test
  void aDecimalIsAnsweredPlain() {
    as(TestKeys.INGEST)
        .contentType("application/json")
        .body("{\"id\": 12, \"text\": \"t\", \"weight\": 1E+3}")
        .post(NOTES)
        .then()
        .statusCode(200)
        .body(equalTo("{\"weight\":1000}"));
  }

  @Test
  void everyCodeHasAPage() {
    as(TestKeys.VIEWER)
        .get("/problems/body-too-large")
        .then()
        .statusCode(200)
        .body("status", equalTo(413))
        .body("fix", containsString("several"));
    problem(as(TestKeys.VIEWER).get("/problems/nonsense").then(), 404, "not-found");
  }

  private static ValidatableResponse post(String body) {
    return as(TestKeys.INGEST).contentType("application/json").body(body).post(NOTES).then();
  }

  private static RequestSpecification as(String key) {
    return given().header("X-API-Key", key);
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
    return answer
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("code", equalTo(code))
        .body("status", equalTo(status));
  }
}
