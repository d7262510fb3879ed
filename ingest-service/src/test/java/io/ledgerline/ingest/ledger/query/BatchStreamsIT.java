package io.ledgerline.ingest.ledger.query;

import static io.ledgerline.ingest.Api.as;
import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.newSource;
import static io.ledgerline.ingest.Api.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.message.UsageFact;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.SampledResource;
import io.ledgerline.ingest.IngestTest;
import io.ledgerline.ingest.TestDays;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.testkit.TestKeys;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@IngestTest
class BatchStreamsIT {
  private static final MessageCodec CODEC = MessageCodec.create();

  /** A day that no other test writes to. */
  private final Instant day = TestDays.next();

  private final String source = newSource();

  private static JsonPath watermark() {
    return as(TestKeys.SERVICE).get("/api/v1/ledger/watermark").jsonPath();
  }

  private void record(String prefix, int count) {
    post(IntStream.range(0, count)
            .mapToObj(i -> event(source, prefix + i, day.plusSeconds(i).toString(), i + ".5"))
            .collect(Collectors.joining(",", "[", "]")))
        .statusCode(200);
  }

  private List<String> messages(long after, long watermark) {
    return as(TestKeys.SERVICE)
        .queryParam("from", day.toString())
        .queryParam("to", day.plusSeconds(86_400).toString())
        .queryParam("after", after)
        .queryParam("watermark", watermark)
        .get("/api/v1/ledger/batches/messages")
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .toList();
  }

  private static UsageBatch batch(String line) {
    String json = line.substring(line.indexOf("\"batch\":") + 8, line.length() - 1);
    return CODEC.decode(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), UsageBatch.class);
  }

  @Test
  void samplesSayInMessagesAndDetailWhatTheyAreOf() {
    post("""
        {"source": "%s", "id": "s-1", "time": "%s", "sourceAccount": "lab",
         "quantities": {"used_cores": 4}, "attributes": {"resource": "vm-1", "rack": "7"}}"""
            .formatted(source, day))
        .statusCode(200);
    post("""
        {"source": "%s", "id": "s-2", "time": "%s", "sourceAccount": "lab",
         "quantities": {"used_cores": 0},
         "attributes": {"resource": "vm-1", "end-of-life": "true"}}"""
            .formatted(source, day.plusSeconds(60)))
        .statusCode(200);
    long watermark = watermark().getLong("watermark");

    List<UsageBatch> batches =
        messages(0, watermark).stream()
            .filter(l -> l.contains("batchId"))
            .map(l -> batch(l))
            .toList();
    assertThat(batches.stream().flatMap(b -> b.resources().stream()))
        .containsExactlyInAnyOrder(
            new SampledResource(source, "vm-1", false), new SampledResource(source, "vm-1", true));
    assertThat(batches.stream().flatMap(b -> b.facts().stream()).map(UsageFact::resource))
        .doesNotContainNull();
    List<JsonPath> detail =
        as(TestKeys.SERVICE)
            .queryParam("from", day.toString())
            .queryParam("to", day.plusSeconds(86_400).toString())
            .queryParam("watermark", watermark)
            .get("/api/v1/ledger/events")
            .then()
            .statusCode(200)
            .extract()
            .asString()
            .lines()
            .limit(2)
            .map(JsonPath::from)
            .toList();
    assertThat(detail.getFirst().getString("resource")).isEqualTo("vm-1");
    assertThat(detail.getFirst().getString("ended")).isNull();
    assertThat(detail.getLast().getBoolean("ended")).isTrue();
  }

  @Test
  void messagesOfASpanComeInTheOrderOfTheirSealsAndCanBeTakenUpAgain() {
    record("a", 120);
    long first = watermark().getLong("watermark");
    record("b", 3);
    record("c", 2);
    long last = watermark().getLong("watermark");

    List<String> lines = messages(0, last);

    assertThat(lines.getLast()).isEqualTo("{\"end\":true,\"count\":3}");
    assertThat(lines.subList(0, 3).stream().map(l -> batch(l).facts().size()))
        .containsExactly(120, 3, 2);
    assertThat(lines.subList(0, 3).stream().map(l -> JsonPath.from(l).getLong("sealNo")))
        .isSorted();
    assertThat(messages(first, last).subList(0, 2)).isEqualTo(lines.subList(1, 3));
    assertThat(messages(0, first)).hasSize(2);
    UsageBatch batch = batch(lines.getFirst());
    assertThat(batch.facts().get(7).quantities().numbers().get("input_tokens"))
        .isEqualByComparingTo("7.5");
    assertThat(batch.tags()).containsExactly(Labels.of(Map.of("team", "search")));
    assertThat(batch.facts()).extracting(UsageFact::tags).containsOnly(0);
    assertThat(batch.facts().get(7).time()).isEqualTo(day.plusSeconds(7));
  }

  @Test
  void theRowsOfABatchComeInTheOrderOfTheirPositions() {
    record("a", 30);
    String id =
        JsonPath.from(messages(0, watermark().getLong("watermark")).getFirst())
            .getString("batch.batchId");

    List<JsonPath> rows =
        Ndjson.lines(as(TestKeys.VIEWER).get("/api/v1/ledger/batches/" + id + "/events"));

    assertThat(rows.stream().map(row -> row.getInt("position")))
        .containsExactlyElementsOf(IntStream.range(0, 30).boxed().toList());
    JsonPath row = rows.get(4);
    assertThat(row.getString("id")).isEqualTo("a4");
    assertThat(row.getString("source")).isEqualTo(source);
    assertThat(row.getInt("sign")).isEqualTo(1);
    assertThat(row.getString("quantities.input_tokens")).isEqualTo("4.5");
    assertThat(row.getString("tags.team")).isEqualTo("search");
    assertThat(row.getString("batchId")).isEqualTo(id);
  }

  @Test
  void aBatchOfAnotherTenantIsNotThere() {
    record("a", 1);
    String id =
        JsonPath.from(messages(0, watermark().getLong("watermark")).getFirst())
            .getString("batch.batchId");

    for (String unknown : List.of(id, UUID.randomUUID().toString())) {
      as(TestKeys.OTHER_TENANT)
          .get("/api/v1/ledger/batches/" + unknown + "/events")
          .then()
          .statusCode(404);
    }
  }

  @Test
  void theWatermarkTellsTheChainsHeadWhichGrowsWithEveryBatch() {
    record("a", 1);
    JsonPath one = watermark();
    record("b", 1);
    JsonPath two = watermark();

    assertThat(one.getString("chainHead")).matches("[0-9a-f]{64}").isNotEqualTo("0".repeat(64));
    assertThat(two.getString("chainHead")).isNotEqualTo(one.getString("chainHead"));
  }
}
