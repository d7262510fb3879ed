package io.ledgerline.ingest.ledger.correct;

import static io.ledgerline.ingest.Api.as;

import io.ledgerline.ingest.Api;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Usage of a source and an account of its own that was sent wrongly, and how it is put right. In
 * 2018 and 2019, where no other test sends any: a correction looks at all that lies in its span.
 */
final class Wrong {
  static final String PATH = "/api/v1/ledger/corrections";

  final String source = Api.newSource();
  final String account = UUID.randomUUID().toString();
  private final Pool database;

  Wrong(Pool database) {
    this.database = database;
  }

  String event(String id, String time, String tokens) {
    return Api.event(source, id, time, tokens).replace("123456789012", account);
  }

  /** Events e-0, e-1 … a minute apart from each other, with 10 tokens each. */
  void send(int first, int count, String hour) {
    send(
        IntStream.range(first, first + count)
            .mapToObj(i -> event("e-" + i, "%s:%02d:00Z".formatted(hour, i % 60), "10"))
            .toList());
  }

  void send(String event) {
    send(List.of(event));
  }

  private void send(List<String> events) {
    ValidatableResponse answer = Api.post("[" + String.join(",", events) + "]").statusCode(200);
    answer.body("counts.recorded", org.hamcrest.Matchers.equalTo(events.size()));
  }

  String status(String event) {
    return Api.post("[" + event + "]").extract().path("results[0].status");
  }

  static Response call(String body) {
    return as(TestKeys.BILLING_ADMIN).contentType(ContentType.JSON).body(body).post(PATH);
  }

  static Response call(String key, String body) {
    return as(TestKeys.BILLING_ADMIN)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post(PATH);
  }

  String voiding(String... ids) {
    return """
        {"kind": "void", "reason": "a test", "select": {"events": [%s]}}"""
        .formatted(
            List.of(ids).stream()
                .map(id -> "{\"source\": \"%s\", \"id\": \"%s\"}".formatted(source, id))
                .collect(Collectors.joining(",")));
  }

  /** Conditions as JSON members, beside the source. */
  String voidingAll(String from, String to, String more) {
    return """
        {"kind": "void", "reason": "a test",
         "select": {"source": "%s", "from": "%s", "to": "%s"%s}}"""
        .formatted(source, from, to, more);
  }

  static String replacing(String... events) {
    return """
        {"kind": "replace", "reason": "a test", "events": [%s]}"""
        .formatted(String.join(",", events));
  }

  static String dry(String body) {
    return body.replaceFirst("\\{", "{\"dryRun\": true, ");
  }

  /** What the rows of the ledger add up to, counted by a statement of its own. */
  Map<String, String> sums() {
    return sums("2000-01", "2100-01");
  }

  /** Likewise for months, the second exclusive. */
  Map<String, String> sums(String from, String to) {
    Map<String, String> sums = new TreeMap<>();
    for (Row row :
        ask(
            """
            SELECT m.meter, trim_scale(sum(d.sign * m.value))::text, sum(d.sign)::text
            FROM ledger_event e JOIN dimension_set d ON d.id = e.dimension_set_id,
              LATERAL unnest(d.meters, string_to_array(e.quantities, ',')::numeric[]) m (meter, value)
            WHERE d.source_account = $1 AND e.charge_time >= ($2 || '-01')::timestamptz
              AND e.charge_time < ($3 || '-01')::timestamptz
            GROUP BY 1""",
            account,
            from,
            to)) {
      sums.put(row.getString(0), row.getString(1));
      sums.put("events", row.getString(2));
    }
    return sums;
  }

  /** What the batches' headers say was accepted. */
  Map<String, String> accepted() {
    Map<String, String> sums = new TreeMap<>();
    for (Row row :
        ask(
            """
            SELECT m.key, trim_scale(sum(m.value::numeric))::text
            FROM batch b, jsonb_each(b.accepted) q, jsonb_each(q.value) a,
              jsonb_each_text((a.value -> 'quantities')
                || jsonb_build_object('events', a.value -> 'events')) m
            WHERE a.key = $1 GROUP BY 1""",
            account)) {
      sums.put(row.getString(0), row.getString(1));
    }
    return sums;
  }

  static Map<String, String> sumsOf(int events, String tokens) {
    return new TreeMap<>(
        Map.of(
            "events",
            Integer.toString(events),
            "input_tokens",
            tokens,
            "requests",
            Integer.toString(events)));
  }

  /** Every row of the source and every key, as text. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (Row row :
        ask(
            """
            SELECT e::text FROM ledger_event e JOIN dimension_set d ON d.id = e.dimension_set_id
            JOIN source s ON s.id = d.source_id WHERE s.name = $1
            UNION ALL
            SELECT k::text FROM event_key k JOIN source s ON s.id = k.source_id WHERE s.name = $1
            UNION ALL
            SELECT (b.id, b.digest, b.accepted, b.events)::text FROM batch b
            WHERE EXISTS (SELECT FROM ledger_event e JOIN dimension_set d ON d.id = e.dimension_set_id
              JOIN source s ON s.id = d.source_id WHERE s.name = $1 AND e.batch_no = b.batch_no)
            ORDER BY 1""",
            source)) {
      rows.add(row.getString(0));
    }
    return rows;
  }

  Iterable<Row> ask(String sql, Object... values) {
    return database.preparedQuery(sql).execute(Tuple.from(List.of(values))).await().indefinitely();
  }
}
