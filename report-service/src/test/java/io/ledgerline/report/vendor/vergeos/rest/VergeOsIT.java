package io.ledgerline.report.vendor.vergeos.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.platform.json.JsonSettings;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.report.vendor.vergeos.rest.VergeOsClient.Answer;
import io.ledgerline.testkit.TestKeys;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The acceptance cases of the VergeOS contract, by their numbers, over HTTP. */
@ReportServiceTest
class VergeOsIT {
  private static final String SYSTEM =
      "/api/v4/system?fields=%24key%2Cyb_version%2Cos_version%2Ccloud_name";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Pool database;

  private final VergeOsClient client = VergeOsClient.basic("admin", TestKeys.BILLING_ADMIN);

  @BeforeEach
  void dataA() throws IOException {
    DataA.lay(database);
  }

  private void run(String sql) {
    database.query(sql).execute().await().atMost(PATIENCE);
  }

  private List<Long> keys(Map<String, String> parameters) {
    Answer answer = client.list(parameters);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.body().isArray()).isTrue();
    List<Long> keys = new ArrayList<>();
    answer.body().forEach(record -> keys.add(record.path("$key").asLong()));
    return keys;
  }

  private static Map<String, String> filter(String filter) {
    return Map.of("filter", filter);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void case1ConnectWithBasic() {
    Answer system = client.get(SYSTEM);
    assertThat(system.status()).isEqualTo(200);
    assertThat(system.body().path("yb_version").asText()).isNotBlank();
    assertThat(names(system.body()))
        .containsExactly("$key", "yb_version", "os_version", "cloud_name");
    Answer wrong = VergeOsClient.basic("admin", "wrong").get(SYSTEM);
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.err()).isNotBlank();
    assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
    assertThat(VergeOsClient.nobody().get(SYSTEM).status()).isEqualTo(401);
    assertThat(VergeOsClient.bearer(TestKeys.VIEWER).get(SYSTEM).status()).isEqualTo(200);
    assertThat(client.get("/api/v4/system?fields=count($key)".replace("$", "%24")).status())
        .isEqualTo(422);
  }

  @Test
  void case2ListAndLatest() throws IOException {
    assertThat(keys(Map.of())).containsExactly(2L, 1L);
    assertThat(client.latest().path("$key").asLong()).isEqualTo(2);
    assertThat(client.latest().path("used_cores").asInt()).isEqualTo(40);
    JsonNode sent = JsonSettings.newMapper().readTree(DataA.text());
    assertThat(client.list(Map.of()).body()).isEqualTo(sent);
  }

  @Test
  void case3BothBoundsAreInclusive() {
    assertThat(keys(filter("created ge 1704067200 and created le 1704067200"))).containsExactly(1L);
    assertThat(
            client
                .get(
                    "/api/v4/billing?sort=-created&filter=created+ge+1704067200+and+created+le+1704067200&fields=%24key")
                .body()
                .toString())
        .isEqualTo("[{\"$key\":1}]");
  }

  @Test
  void case4SinceAndUntil() {
    assertThat(keys(filter("created ge 1704067201"))).containsExactly(2L);
    assertThat(keys(filter("created le 1704067199"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "used_cores gt 32 -> 2",
        "used_cores ge 32 and gpus eq 2 -> 1",
        "used_cores gt 15 and created ge 1700000000 -> 2 1",
        "gpus eq 2 or used_cores eq 40 and created le 5 -> 1",
        "(gpus eq 2 or used_cores eq 40) and created le 5 -> ",
        "$key in (1, 7) -> 1",
        "description like '%January' -> 1",
        "description like 'second%' -> ",
        "description bw 'Second' or description ew 'January' -> 2 1",
        "description ct 'BILLING' -> 2 1",
        "description cs 'BILLING' -> ",
        "description gt 'C' -> 2",
        "description eq 'it''s' -> ",
        "sent eq null -> ",
        "sent ne null -> 2 1",
        "sent eq false -> 2",
        "used_cores gt 39.5 -> 2",
        "used_cores lt 99999999999999999999999 -> 2 1",
        "description eq '''; DELETE FROM vergeos_record; --' -> ",
      })
  void case5Filters(String filterAndKeys) {
    String[] parts = filterAndKeys.split(" -> ?", -1);
    List<Long> expected =
        parts[1].isEmpty()
            ? List.of()
            : List.of(parts[1].split(" ")).stream().map(Long::valueOf).toList();
    assertThat(keys(filter(parts[0]))).isEqualTo(expected);
  }

  @Test
  void case6Fields() {
    Answer answer = client.list(Map.of("fields", "$key,created", "limit", "1"));
    assertThat(answer.body().toString()).isEqualTo("[{\"$key\":2,\"created\":1704153600}]");
  }

  @Test
  void case7LimitAndOffset() {
    assertThat(keys(Map.of("limit", "1", "offset", "1"))).containsExactly(1L);
    assertThat(keys(Map.of("limit", "0"))).containsExactly(2L, 1L);
    assertThat(keys(Map.of("limit", "1", "offset", "0"))).containsExactly(2L);
    assertThat(keys(Map.of("limit", "1", "offset", "2"))).isEmpty();
    assertThat(client.get("/api/v4/billing?sort=+created&fields=%24key").body().toString())
        .isEqualTo("[{\"$key\":1},{\"$key\":2}]");
    assertThat(client.get("/api/v4/billing?fields=%24key").body().path(0).path("$key").asInt())
        .isEqualTo(1);
  }

  @Test
  void case8Get() {
    JsonNode first = client.record(1).body();
    assertThat(first.path("used_ram").asInt()).isEqualTo(65_536);
    assertThat(first.path("used_ram").asInt() / 1024.0).isEqualTo(64.0);
    assertThat(first.path("tier_1_used").asLong() / Math.pow(1024, 3)).isEqualTo(500.0);
    for (String path : List.of("999", "x", "0", "-1", "99999999999999999999")) {
      Answer unknown = client.get("/api/v4/billing/" + path);
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.err()).isNotBlank();
    }
  }

  @Test
  void case9SummaryByTheClientAndByTheServer() {
    JsonNode summary = client.get("/api/v4/billing/summary").body();
    Map<String, Double> expected = new HashMap<>();
    expected.put("record_count", 2.0);
    expected.put("avg_cpu_utilization", 56.25);
    expected.put("peak_cpu_cores", 40.0);
    expected.put("avg_ram_utilization", 56.25);
    expected.put("peak_ram_gb", 80.0);
    expected.put("avg_storage_used_gb", 660.0);
    expected.put("peak_storage_used_gb", 720.0);
    expected.put("total_gpus", 4.0);
    expected.put("avg_gpus_used", 2.5);
    expected.put("total_vgpus", 8.0);
    expected.put("avg_vgpus_used", 5.0);
    expected.put("p95_cpu_cores", 40.0);
    expected.put("p95_storage_used_gb", 720.0);
    expected.forEach(
        (name, value) -> assertThat(summary.path(name).asDouble()).as(name).isEqualTo(value));
    assertThat(ClientSummary.of(client.list(Map.of()).body()))
        .allSatisfy((name, value) -> assertThat(value).as(name).isEqualTo(expected.get(name)));
    JsonNode nothing = client.get("/api/v4/billing/summary?filter=created+le+5").body();
    assertThat(nothing).isNotEmpty().allSatisfy(value -> assertThat(value.asInt(-1)).isZero());
  }

  @Test
  void case10GenerateMakesARecordThatGoesOnWhereTheLastOneEnded() {
    Instant called = Instant.now();
    Answer made = client.generate();
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body().toString())
        .isEqualTo(
            "{\"location\":\"/v4/billing_actions/3\",\"dbpath\":\"billing_actions/3\",\"$row\":3,\"$key\":\"3\"}");
    JsonNode latest = client.latest();
    assertThat(latest.path("$key").asLong()).isEqualTo(3);
    assertThat(Instant.ofEpochSecond(latest.path("created").asLong()))
        .isAfterOrEqualTo(called)
        .isBefore(called.plusSeconds(20));
    assertThat(latest.path("from").asLong()).isEqualTo(1_704_153_600);
    assertThat(names(latest)).hasSize(38);
    assertThat(latest).noneMatch(JsonNode::isNull);
    JsonNode audit = client.get("/api/v4/billing/3?fields=generated_by,origin").body();
    assertThat(audit.path("generated_by").asText()).isEqualTo("test-billing-admin");
    assertThat(audit.path("origin").asText()).isEqualTo("generate");
  }

  @Test
  void case11RepeatedCallsMakeOneRecord() {
    String key = UUID.randomUUID().toString();
    VergeOsClient keyed =
        VergeOsClient.basic("admin", TestKeys.BILLING_ADMIN).with("Idempotency-Key", key);
    assertThat(keyed.generate().body().path("$key").asText()).isEqualTo("3");
    assertThat(keyed.generate().body().path("$key").asText()).isEqualTo("3");
    assertThat(client.generate().body().path("$key").asText()).isEqualTo("3");
    assertThat(
            VergeOsClient.basic("admin", TestKeys.BILLING_ADMIN)
                .with("Idempotency-Key", key + "x")
                .generate()
                .body()
                .path("$key")
                .asText())
        .isEqualTo("4");
    assertThat(keys(Map.of())).containsExactly(4L, 3L, 2L, 1L);
  }

  @Test
  void case11ManyCallsAtOnceMakeRecordsWithoutGaps() {
    List<CompletableFuture<Integer>> calls =
        IntStream.range(0, 16)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            VergeOsClient.basic("admin", TestKeys.BILLING_ADMIN)
                                .with("Idempotency-Key", "at once " + i / 2)
                                .generate()
                                .status()))
            .toList();
    assertThat(calls.stream().map(CompletableFuture::join)).containsOnly(201);
    assertThat(keys(Map.of())).containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filter=created+gee+5",
        "filter=created",
        "filter=description+rx+'a'",
        "filter=tenant+eq+'other'",
        "filter=created+ge+5%00",
        "filter=description+eq+'%00'",
        "fields=nothing",
        "fields=count(%24key)",
        "sort=nothing",
        "limit=x",
        "limit=-1",
        "offset=1.5",
      })
  void case12WhatIsNotUnderstoodIs422(String query) {
    Answer answer = client.get("/api/v4/billing?" + query.replace("'", "%27"));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
    assertThat(names(answer.body())).containsExactly("err");
    assertThat(answer.err()).isNotBlank();
  }

  @Test
  void case12AFilterThatIsTooLongIs422() {
    Answer answer = client.get("/api/v4/billing?filter=" + "a".repeat(9_000));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("err").asText()).isNotEmpty();
  }

  @Test
  void case13OtherActionsAre422AndMakeNothing() {
    for (String body : List.of("{\"action\": \"destroy\"}", "{}", "[]", "", "{\"action\": 1}")) {
      Answer answer = client.post("/api/v4/billing_actions", body);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.err()).isNotBlank();
    }
    assertThat(client.post("/api/v4/billing_actions", "{").status()).isEqualTo(400);
    assertThat(keys(Map.of())).containsExactly(2L, 1L);
  }

  @Test
  void case14TheRequestsOfThePythonClient() {
    VergeOsClient token = VergeOsClient.bearer(TestKeys.BILLING_ADMIN);
    assertThat(token.get(SYSTEM).status()).isEqualTo(200);
    assertThat(token.list(Map.of()).body()).hasSize(2);
    assertThat(token.list(filter("used_cores gt 15 and created ge 1700000000")).body()).hasSize(2);
    assertThat(token.record(2).body().path("$key").asInt()).isEqualTo(2);
    assertThat(token.generate().status()).isEqualTo(201);
    assertThat(ClientSummary.of(token.list(Map.of()).body())).containsEntry("record_count", 3.0);
  }

  @Test
  void case15TheRequestsOfTheCommandLineClient() {
    Answer login =
        client.post("/api/sys/tokens", "{\"login\": \"admin\", \"password\": \"not kept\"}");
    assertThat(login.status()).isEqualTo(201);
    assertThat(names(login.body())).containsExactly("location", "dbpath", "$row", "$key");
    String text = login.body().path("$key").asText();
    VergeOsClient session = VergeOsClient.session(text);
    assertThat(session.list(Map.of()).body()).hasSize(2);
    assertThat(session.record(1).status()).isEqualTo(200);
    assertThat(VergeOsClient.session(text + "x").list(Map.of()).status()).isEqualTo(401);
    assertThat(session.delete("/api/sys/tokens/" + text).status()).isEqualTo(204);
    assertThat(session.list(Map.of()).status()).isEqualTo(401);
  }

  @Test
  void aListOfMoreThanAPageIsWhole() {
    run(
        "INSERT INTO vergeos_record SELECT (jsonb_populate_record(r, jsonb_build_object("
            + "'key', n, 'created', 1704067200 + n % 7, 'due_at', n))).* FROM vergeos_record r,"
            + " generate_series(3, 3500) n WHERE r.tenant = 'default' AND r.key = 1");
    List<Long> keys = keys(Map.of("fields", "$key"));
    assertThat(keys).hasSize(3500).doesNotHaveDuplicates();
    assertThat(keys(Map.of("fields", "$key", "limit", "1500", "offset", "1200")))
        .isEqualTo(keys.subList(1200, 2700));
  }
}
