package io.ledgerline.report.report.making;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerline.local.bundle.BundleCheck;
import io.ledgerline.local.bundle.PublicKeyFile;
import io.ledgerline.report.report.dailyusage.BedrockSamples;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ReportServiceTest
class FormatsIT {
  private static final String DAY =
      "{\"kind\":\"daily-usage\",\"period\":{\"type\":\"day\",\"day\":\"2024-05-25\"},\"formats\":%s}";

  @TempDir Path folder;

  @BeforeEach
  void theLedgerOfTheSample() {
    LedgerFixture ledger = new LedgerFixture();
    ledger.reset();
    ledger.record(BedrockSamples.ledger());
  }

  private static JsonPath run(String formats) {
    String id =
        Api.admin()
            .contentType(ContentType.JSON)
            .body(DAY.formatted(formats))
            .post("/api/v1/report-runs")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    return Api.awaitRun(id, "COMPLETED");
  }

  private static byte[] bytes(JsonPath run, int artifact) {
    return Api.admin()
        .get(run.getString("artifacts[" + artifact + "].contentUrl"))
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private static int last(JsonPath run) {
    return run.getList("artifacts").size() - 1;
  }

  @Test
  void aRunHasTheFormatsThatWereAskedForAndItsContractFirst() throws IOException {
    JsonPath plain = Api.runOfDay("2024-05-25");
    assertThat(plain.getList("artifacts.mediaType", String.class))
        .containsExactly(
            "text/csv", "text/csv; charset=utf-8", "text/csv; charset=utf-8", "application/zip");
    JsonPath run = run("[\"html\",\"xlsx\",\"jsonl\",\"json\",\"csv\"]");
    assertThat(run.getList("formats", String.class))
        .containsExactly("csv", "json", "jsonl", "xlsx", "html");
    assertThat(run.getList("artifacts.name", String.class))
        .extracting(name -> name.replaceAll("^.*_\\d{13}|^ledgerline-.*(?=\\.)", ""))
        .containsExactly(
            ".csv",
            ".json",
            ".jsonl",
            ".xlsx",
            ".html",
            "-principals.csv",
            "-principals.json",
            "-principals.jsonl",
            "-totals.csv",
            "-totals.json",
            "-totals.jsonl",
            ".zip");
    assertThat(bytes(run, 0)).isEqualTo(bytes(plain, 0));
    JsonNode rows = new JsonMapper().readTree(bytes(run, 1));
    assertThat(rows).hasSize(run.getInt("totals.rows"));
    assertThat(rows.get(0).get("Input_token_count").isTextual()).isTrue();
    assertThat(new String(bytes(run, 4)))
        .startsWith("<!doctype html>")
        .contains(
            "<svg",
            "<base href=\"/api/v1/report-runs/" + run.getString("id") + "/\">",
            "<a href=\"lines/1\"",
            "reconciled with the ledger, ",
            "Prices as known at",
            "Charges by day")
        .doesNotContain("<!--run");
    assertThat(new String(bytes(run, 5)))
        .startsWith("Account_ID,Identity_ARN,Invocations,")
        .contains("\r\n");
    assertThat(new String(bytes(run, 8))).startsWith("Total_of,Name,").contains("\r\nall,,9,");
  }

  @Test
  void theBundleIsProvedByTheServedKey() throws IOException, GeneralSecurityException {
    JsonPath run = run("[\"csv\",\"json\"]");
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(run, last(run))))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    JsonNode manifest = new JsonMapper().readTree(entries.get("manifest.json"));
    assertThat(manifest.get("runId").asText()).isEqualTo(run.getString("id"));
    assertThat(manifest.at("/reconciliation/result").asText()).isEqualTo("RECONCILED");
    assertThat(manifest.at("/totals/charges").asText()).isEqualTo(run.getString("totals.charges"));
    assertThat(manifest.get("files")).hasSize(6);
    for (JsonNode file : manifest.get("files")) {
      byte[] content = entries.get(file.get("name").asText());
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      assertThat(HexFormat.of().formatHex(digest)).isEqualTo(file.get("sha256").asText());
    }
    String keyId = manifest.at("/signedBy/keyId").asText();
    String pem =
        given().get("/api/v1/signing-keys/" + keyId).then().statusCode(200).extract().asString();
    byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
    check.update(entries.get("manifest.json"));
    assertThat(check.verify(entries.get("manifest.sig"))).isTrue();
    Path archive = Files.write(folder.resolve("bundle.zip"), bytes(run, last(run)));
    Path key = Files.writeString(folder.resolve("key.pem"), pem);
    assertThat(BundleCheck.check(archive, PublicKeyFile.read(key)).findings()).isEmpty();
    assertThat(BundleCheck.check(archive, PublicKeyFile.read(key)).isProved()).isTrue();
    given()
        .get("/api/v1/signing-keys")
        .then()
        .statusCode(200)
        .body("items.find { it.current }.keyId", equalTo(keyId));
    given().get("/api/v1/signing-keys/nobody").then().statusCode(404);
  }

  @Test
  void aFormatThatThereIsNotIsNamed() {
    for (String formats : List.of("[\"pdf\"]", "[\"csv\",\"csv\"]", "[null]")) {
      Api.admin()
          .contentType(ContentType.JSON)
          .body(DAY.formatted(formats))
          .post("/api/v1/report-runs")
          .then()
          .statusCode(400)
          .body("errors.field", hasItems("formats"));
    }
    Api.admin()
        .get("/api/v1/report-kinds")
        .then()
        .body("items.find { it.name == 'daily-usage' }.formats", hasItems("csv", "xlsx", "html"));
  }

  @Test
  void aLinkOpensItsArtifactWithoutAKeyAndNothingElse() {
    JsonPath run = Api.runOfDay("2024-05-25");
    String id = run.getString("artifacts[0].id");
    JsonPath link =
        Api.as(TestKeys.VIEWER)
            .contentType(ContentType.JSON)
            .body("{\"expiresIn\":\"PT5M\"}")
            .post("/api/v1/artifacts/" + id + "/links")
            .then()
            .statusCode(201)
            .body("sha256", equalTo(run.getString("artifacts[0].sha256")))
            .extract()
            .jsonPath();
    String url = link.getString("url");
    String token = url.substring(url.indexOf("token=") + 6);
    given().get(url).then().statusCode(200).contentType(startsWith("text/csv"));
    refused("/api/v1/artifacts/" + id + "/content?token=x" + token.substring(1));
    String log =
        Api.admin()
            .get("/api/v1/audit-events?object=/api/v1/artifacts/" + id + "*")
            .then()
            .body("items.actor", contains("link", "link", "test-viewer"))
            .body("items.outcome", contains("DENIED", "DONE", "DONE"))
            .extract()
            .asString();
    assertThat(log).doesNotContain(token);
    refused("/api/v1/artifacts/" + run.getString("artifacts[1].id") + "/content?token=" + token);
    refused("/api/v1/artifacts/00000000-0000-0000-0000-000000000000/content?token=" + token);
    given().get("/api/v1/artifacts/" + id + "/content").then().statusCode(401);
    given().get("/api/v1/artifacts/" + id).then().statusCode(401);
    Api.as(TestKeys.OTHER_TENANT)
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/api/v1/artifacts/" + id + "/links")
        .then()
        .statusCode(404);
    for (String wrong : List.of("P8D", "PT0S", "soon", "-PT1H")) {
      Api.as(TestKeys.VIEWER)
          .contentType(ContentType.JSON)
          .body("{\"expiresIn\":\"" + wrong + "\"}")
          .post("/api/v1/artifacts/" + id + "/links")
          .then()
          .statusCode(400)
          .body("errors[0].field", equalTo("expiresIn"));
    }
  }

  private static void refused(String path) {
    given()
        .get(path)
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("link-not-valid"))
        .body("instance", equalTo(path.substring(0, path.indexOf('?'))));
  }
}
