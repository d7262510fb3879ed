package io.ledgerline.report.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ledgerline.platform.json.JsonSettings;
import io.ledgerline.report.ledger.Watermark;
import io.ledgerline.testkit.TestKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small ledger that speaks the reads of ingest-service over HTTP, from batches that a test hands
 * in over {@code /stub}. It can answer with an error status, and cut its detail stream.
 */
final class LedgerStub implements AutoCloseable {
  private static final ObjectMapper JSON = JsonSettings.newMapper();
  private static final StubbedLedger NOTHING = new StubbedLedger(List.of());

  private final HttpServer server;
  private final AtomicInteger errorStatus = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();
  private final AtomicInteger cutAfter = new AtomicInteger();
  private volatile byte[] consumption = new byte[0];
  private volatile StubbedLedger ledger = new StubbedLedger(List.of());

  /** The ledger that the request at hand asks: tenants other than the default one have nothing. */
  private final ThreadLocal<StubbedLedger> asked = ThreadLocal.withInitial(() -> NOTHING);

  LedgerStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/stub/batches", this::take);
    server.createContext("/stub/changes", this::change);
    server.createContext("/stub/behaviour", this::behave);
    server.createContext("/q/health/live", exchange -> answer(exchange, 200, "{}".getBytes()));
    server.createContext("/api/v1/ledger/watermark", read(this::watermark));
    server.createContext("/api/v1/ledger/control-totals", read(this::controlTotals));
    server.createContext("/api/v1/ledger/events", read(this::events));
    server.createContext(
        "/api/v1/ledger/hourly-totals",
        read((exchange, query) -> lines(exchange, within(query, StubbedLedger::hourlyTotals))));
    server.createContext("/api/v1/ledger/place-sums", read(this::placeSums));
    server.createContext("/api/v1/ledger/quarter-sums", read(this::quarterSums));
    server.createContext("/api/v1/ledger/batches", read(this::batches));
    server.createContext("/api/v1/ledger/batches/messages", read(this::messages));
    server.createContext(
        "/api/v1/ledger/daily-sums",
        read((exchange, query) -> lines(exchange, StubbedDays.of(asked.get().batches(), query))));
    server.createContext("/api/v1/charges/consumption", this::consumption);
    server.createContext("/api/v1/ledger/erasures", read(this::erase));
    server.createContext(
        "/api/v1/ledger/verification",
        read(
            (exchange, query) ->
                lines(
                    exchange,
                    asked.get().findings(from(query), to(query)),
                    asked.get().watermark())));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private interface Answer {
    void to(HttpExchange exchange, Map<String, String> query) throws IOException;
  }

  private com.sun.net.httpserver.HttpHandler read(Answer answer) {
    return exchange -> {
      // This server ends idle connections without a word, just as a client takes one up again.
      exchange.getResponseHeaders().set("Connection", "close");
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      String service = TestKeys.bearer(TestKeys.SERVICE);
      boolean acting = authorization != null && authorization.startsWith(service + "@");
      asked.set(acting ? NOTHING : ledger);
      if (!acting && !service.equals(authorization)) {
        answer(exchange, 401, new byte[0]);
      } else if (errorStatus.get() != 0) {
        answer(exchange, errorStatus.get(), new byte[0]);
      } else {
        answer.to(exchange, query(exchange));
      }
    };
  }

  private void take(HttpExchange exchange) throws IOException {
    synchronized (this) {
      StubbedBatch[] added = JSON.readValue(exchange.getRequestBody(), StubbedBatch[].class);
      ledger =
          exchange.getRequestMethod().equals("PUT")
              ? new StubbedLedger(Arrays.asList(added))
              : ledger.plus(Arrays.asList(added));
    }
    answer(exchange, 204, new byte[0]);
  }

  private void change(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange);
    UUID batch = UUID.fromString(query.get("batch"));
    synchronized (this) {
      ledger =
          ledger.with(
              batch,
              old ->
                  query.containsKey("state")
                      ? old.in(query.get("state"))
                      : old.losing(query.get("lost")));
    }
    answer(exchange, 204, new byte[0]);
  }

  private void behave(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange);
    errorStatus.set(Integer.parseInt(query.getOrDefault("status", "0")));
    cuts.set(Integer.parseInt(query.getOrDefault("cuts", "0")));
    cutAfter.set(Integer.parseInt(query.getOrDefault("after", "0")));
    answer(exchange, 204, new byte[0]);
  }

  /** Keeps what it is told, and tells it to the test. */
  private void consumption(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("PUT")) {
      consumption = exchange.getRequestBody().readAllBytes();
      answer(exchange, 204, new byte[0]);
    } else {
      answer(exchange, 200, consumption);
    }
  }

  /** Knows everybody, by a surrogate that is made of the name. */
  private void erase(HttpExchange exchange, Map<String, String> query) throws IOException {
    List<Map<String, String>> erased = new ArrayList<>();
    for (JsonNode name : JSON.readTree(exchange.getRequestBody()).get("names")) {
      UUID id = LedgerFixture.surrogate(name.asText());
      erased.add(Map.of("id", id.toString(), "name", name.asText()));
    }
    answer(exchange, 200, JSON.writeValueAsBytes(Map.of("erased", erased)));
  }

  private void watermark(HttpExchange exchange, Map<String, String> query) throws IOException {
    answer(exchange, 200, JSON.writeValueAsBytes(asked.get().watermark()));
  }

  private void controlTotals(HttpExchange exchange, Map<String, String> query) throws IOException {
    answer(exchange, 200, JSON.writeValueAsBytes(within(query, StubbedLedger::controlTotals)));
  }

  /** The list of batches in a state, or the events of one batch. */
  private void batches(HttpExchange exchange, Map<String, String> query) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/events")) {
      String[] parts = path.split("/");
      lines(exchange, asked.get().batchEvents(UUID.fromString(parts[parts.length - 2])));
    } else {
      answer(
          exchange,
          200,
          JSON.writeValueAsBytes(Map.of("items", asked.get().inState(query.get("state")))));
    }
  }

  private interface Cut<T> {
    T of(StubbedLedger ledger, Instant from, Instant to, long watermark);
  }

  private <T> T within(Map<String, String> query, Cut<T> cut) {
    return cut.of(asked.get(), from(query), to(query), Long.parseLong(query.get("watermark")));
  }

  private void lines(HttpExchange exchange, List<Object> lines) throws IOException {
    lines(exchange, lines, new Watermark(0, null, ""));
  }

  /** The last line says how far the ledger goes, as that of a verification does. */
  private void lines(HttpExchange exchange, List<Object> lines, Watermark end) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (Object line : lines) {
        out.write(JSON.writeValueAsBytes(line));
        out.write('\n');
      }
      out.write(
          "{\"end\":true,\"count\":%d,\"sealNo\":%d,\"chainHead\":\"%s\"}%n"
              .formatted(lines.size(), end.watermark(), end.chainHead())
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  private void events(HttpExchange exchange, Map<String, String> query) throws IOException {
    cuttable(exchange, within(query, StubbedLedger::events));
  }

  private void placeSums(HttpExchange exchange, Map<String, String> query) throws IOException {
    Set<String> meters = new HashSet<>();
    for (String pair : exchange.getRequestURI().getQuery().split("&")) {
      if (pair.startsWith("meter=")) {
        meters.add(pair.substring("meter=".length()));
      }
    }
    lines(
        exchange,
        within(query, (held, from, to, watermark) -> held.placeSums(from, to, watermark, meters)));
  }

  private void quarterSums(HttpExchange exchange, Map<String, String> query) throws IOException {
    List<String> asked = List.of(exchange.getRequestURI().getQuery().split("&"));
    lines(exchange, StubbedQuarters.of(within(query, StubbedLedger::effective), asked));
  }

  private void messages(HttpExchange exchange, Map<String, String> query) throws IOException {
    long after = Long.parseLong(query.get("after"));
    cuttable(
        exchange,
        within(
            query,
            (held, from, to, watermark) ->
                StubbedMessages.of(held.batches(), from, to, after, watermark)));
  }

  private void cuttable(HttpExchange exchange, List<Object> lines) throws IOException {
    boolean cut = cuts.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      int count = 0;
      for (Object line : lines) {
        if (cut && count == cutAfter.get()) {
          out.write("{\"time\":\"2024-0".getBytes(StandardCharsets.UTF_8));
          return;
        }
        out.write(JSON.writeValueAsBytes(line));
        out.write('\n');
        count++;
      }
      if (!cut) {
        out.write(
            "{\"end\":true,\"count\":%d}%n".formatted(count).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static Instant from(Map<String, String> query) {
    return Instant.parse(query.get("from"));
  }

  private static Instant to(Map<String, String> query) {
    return Instant.parse(query.get("to"));
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    String text = exchange.getRequestURI().getQuery();
    for (String pair : text == null ? new String[0] : text.split("&")) {
      query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return query;
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
