package io.ledgerline.ingest.ledger.query;

import static io.ledgerline.ingest.Api.as;
import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.newSource;
import static io.ledgerline.ingest.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IngestTest
class UsageIT {
  private final String account = UUID.randomUUID().toString();
  private final String source = newSource();

  private String mine(String id, String time, String tokens) {
    return event(source, id, time, tokens).replace("123456789012", account);
  }

  private void record(int from, int to) {
    post(IntStream.range(from, to)
            .mapToObj(i -> mine("e-" + i, "2023-11-16T18:%02d:00Z".formatted(i % 60), i + ".5"))
            .collect(Collectors.joining(",", "[", "]")))
        .statusCode(200);
  }

  private RequestSpecification mine() {
    return as(TestKeys.VIEWER).queryParam("sourceAccount", account);
  }

  private List<JsonPath> stream(Map<String, String> parameters) {
    return Ndjson.lines(
        as(TestKeys.VIEWER)
            .accept("application/x-ndjson")
            .queryParams(parameters)
            .get("/api/v1/usage"));
  }

  private List<String> ids(Map<String, String> parameters) {
    return stream(parameters).stream().map(line -> line.getString("id")).toList();
  }

  private List<String> paged(String sort, int limit, Runnable between) {
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      var call = mine().queryParam("limit", limit).queryParam("sort", sort);
      JsonPath page =
          (cursor == null ? call : call.queryParam("cursor", cursor))
              .get("/api/v1/usage")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      ids.addAll(page.getList("items.id", String.class));
      cursor = page.getString("nextCursor");
      between.run();
    } while (cursor != null);
    return ids;
  }

  private static List<String> names(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "e-" + i).toList();
  }

  @Test
  void pagesComeInTheOrderOfPostingAndAreNotShiftedByWhatComesMeanwhile() {
    record(0, 30);
    record(30, 31);
    record(31, 75);
    int[] next = {75};

    List<String> ids =
        paged(
            "posted",
            20,
            () -> {
              record(next[0], next[0] + 1);
              next[0]++;
            });

    assertThat(ids).isEqualTo(names(0, 75));
  }

  @Test
  void theNewestComeFirstWhenAskedFor() {
    record(0, 30);
    record(30, 75);

    assertThat(paged("-posted", 7, () -> {})).isEqualTo(names(0, 75).reversed());
  }

  @Test
  void everythingAskedForComesAsOneStreamWithAllItsWords() {
    record(0, 5);
    String odd =
        """
        {"source": "%s", "id": "odd \\"ü\\"", "time": "2023-11-16T18:15:46.123456Z",
         "sourceAccount": "%s", "quantities": {"images": "0.000000001"},
         "workspace": "w", "project": "p", "region": "r", "operation": "o",
         "priceClass": {"tier": "flex"}, "attributes": {"a": "漢"}}"""
            .formatted(source, account);
    post(odd).statusCode(200);

    List<JsonPath> lines = stream(Map.of("sourceAccount", account));

    assertThat(lines).hasSize(6);
    JsonPath line = lines.getLast();
    assertThat(line.getString("source")).isEqualTo(source);
    assertThat(line.getString("id")).isEqualTo("odd \"ü\"");
    assertThat(line.getString("time")).isEqualTo("2023-11-16T18:15:46.123456Z");
    assertThat(new BigDecimal(line.getString("quantities.images"))).isEqualByComparingTo("1e-9");
    assertThat(line.getString("workspace")).isEqualTo("w");
    assertThat(line.getString("project")).isEqualTo("p");
    assertThat(line.getString("region")).isEqualTo("r");
    assertThat(line.getString("operation")).isEqualTo("o");
    assertThat(line.getString("priceClass.tier")).isEqualTo("flex");
    assertThat(line.getString("attributes.a")).isEqualTo("漢");
    assertThat(line.getString("postedAt")).isNotBlank();
    assertThat(line.getLong("sealNo")).isPositive();
    assertThat(line.getInt("position")).isZero();
    assertThat(lines.getFirst().getString("principal")).isEqualTo("alice");
  }

  @Test
  void eachFilterPicksItsOwn() {
    record(0, 3);
    post(mine("bob", "2023-11-17T00:00:00Z", "1")
            .replace("alice", "bob " + account)
            .replace("gpt-4o", "o-" + account))
        .statusCode(200);
    JsonPath bob =
        stream(Map.of("sourceAccount", account, "principal", "bob " + account)).getFirst();

    List<String> only = List.of("bob");
    assertThat(ids(Map.of("principal", bob.getString("principalId")))).isEqualTo(only);
    assertThat(ids(Map.of("model", "o-" + account))).isEqualTo(only);
    assertThat(ids(Map.of("batch", bob.getString("batchId")))).isEqualTo(only);
    assertThat(ids(Map.of("source", source, "from", "2023-11-17T00:00:00Z"))).isEqualTo(only);
    assertThat(ids(Map.of("source", source, "to", "2023-11-17T00:00:00Z"))).isEqualTo(names(0, 3));
    assertThat(ids(Map.of("source", source, "id", "bob"))).isEqualTo(only);
    assertThat(ids(Map.of("sourceAccount", account, "id", "bob"))).isEqualTo(only);
    assertThat(ids(Map.of("source", source, "id", "nobody"))).isEmpty();
    assertThat(ids(Map.of("source", "nobody"))).isEmpty();
    assertThat(ids(Map.of("source", source, "model", "gpt-4o"))).isEqualTo(names(0, 3));
  }

  @Test
  void anIdThatIsAUuidIsFound() {
    String id = UUID.randomUUID().toString();
    post(mine(id, "2023-11-16T18:00:00Z", "1")).statusCode(200);

    assertThat(ids(Map.of("id", id))).containsExactly(id);
  }

  @Test
  void countsAreSumsOfTheSameRows() {
    record(0, 10);
    post(mine("bob", "2023-11-17T00:00:00Z", "100")
            .replace("alice", "bob " + account)
            .replace("gpt-4o", "o-" + account))
        .statusCode(200);

    mine()
        .get("/api/v1/usage/count")
        .then()
        .statusCode(200)
        .body("events", equalTo(11))
        .body("rows", equalTo(11))
        .body("quantities.input_tokens", equalTo("150"))
        .body("quantities.requests", equalTo("11"))
        .body("watermark", notNullValue());
    assertThat(groups("model")).isEqualTo(Map.of("gpt-4o", "10/50", "o-" + account, "1/100"));
    assertThat(groups("day")).isEqualTo(Map.of("2023-11-16", "10/50", "2023-11-17", "1/100"));
    assertThat(groups("source")).isEqualTo(Map.of(source, "11/150"));
    assertThat(groups("sourceAccount")).isEqualTo(Map.of(account, "11/150"));
    assertThat(
            mine()
                .queryParam("by", "principal")
                .get("/api/v1/usage/count")
                .jsonPath()
                .getList("groups.name", String.class))
        .containsExactlyInAnyOrder("alice", "bob " + account);
  }

  private Map<String, String> groups(String by) {
    JsonPath count = mine().queryParam("by", by).get("/api/v1/usage/count").jsonPath();
    return IntStream.range(0, count.getList("groups").size())
        .boxed()
        .collect(
            Collectors.toMap(
                i -> count.getString("groups[" + i + "].key"),
                i ->
                    count.getString("groups[" + i + "].events")
                        + "/"
                        + count.getString("groups[" + i + "].quantities.input_tokens")));
  }

  @Test
  void whatWasTakenBackSaysByWhatAndDoesNotCountAsEffective() {
    record(0, 3);
    String correction =
        as(TestKeys.BILLING_ADMIN)
            .contentType(ContentType.JSON)
            .body(
                """
                {"kind": "void", "reason": "a test",
                 "select": {"events": [{"source": "%s", "id": "e-1"}]}}"""
                    .formatted(source))
            .post("/api/v1/ledger/corrections")
            .then()
            .statusCode(200)
            .extract()
            .path("id");

    assertThat(ids(Map.of("source", source))).containsExactly("e-0", "e-1", "e-2", "e-1");
    assertThat(ids(Map.of("source", source, "effective", "true"))).containsExactly("e-0", "e-2");
    List<JsonPath> rows = stream(Map.of("source", source, "id", "e-1"));
    assertThat(rows).extracting(row -> row.getInt("sign")).containsExactly(1, -1);
    assertThat(rows.getFirst().getString("takenBackBy")).isEqualTo(correction);
    mine()
        .queryParam("effective", "true")
        .get("/api/v1/usage/count")
        .then()
        .body("events", equalTo(2))
        .body("quantities.input_tokens", equalTo("3"));
  }

  @Test
  void usersSeeTheirTenantOnly() {
    record(0, 1);

    as(TestKeys.OTHER_TENANT)
        .queryParam("sourceAccount", account)
        .get("/api/v1/usage")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
    as(TestKeys.OTHER_TENANT)
        .queryParam("sourceAccount", account)
        .get("/api/v1/usage/count")
        .then()
        .body("events", equalTo(0));
    as(TestKeys.INGEST).get("/api/v1/usage").then().statusCode(403);
  }

  @ParameterizedTest
  @CsvSource({
    "from, yesterday",
    "to, 2023",
    "batch, 1",
    "effective, perhaps",
    "sort, time",
    "limit, 0",
    "cursor, !",
    "by, colour",
  })
  void aParameterThatBreaksARuleIsNamed(String name, String value) {
    as(TestKeys.VIEWER)
        .queryParam(name, value)
        .get(name.equals("by") ? "/api/v1/usage/count" : "/api/v1/usage")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo(name));
  }
}
