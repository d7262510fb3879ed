package io.ledgerline.ingest.ledger.retention;

import static io.ledgerline.ingest.Api.as;
import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.newSource;
import static io.ledgerline.ingest.Api.post;

import io.ledgerline.testkit.S3Probe;
import io.ledgerline.testkit.TestKeys;
import io.quarkus.arc.Arc;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** A month of its own for each test, and what tests do with it. */
public final class RetentionLab implements AutoCloseable {
  /** The horizon never goes back, so every test takes a later month. */
  private static final AtomicInteger TESTS = new AtomicInteger();

  private final YearMonth month = YearMonth.of(2020, 1).plusMonths(6L * TESTS.getAndIncrement());
  private final String source = newSource();
  private final Connection database = connect();

  /** Makes the bucket and sets the clock to the month's last day. */
  public RetentionLab() {
    try (S3Probe store = S3Probe.connect()) {
      store.createBucket(RetentionProfile.BUCKET);
    }
    RetentionProfile.Clocks.CLOCK.set(Months.end(month).minus(Duration.ofDays(1)));
  }

  /** The month under test. */
  public YearMonth month() {
    return month;
  }

  /** A source that no other test uses. */
  public String source() {
    return source;
  }

  /** A connection of one's own, as the service's role. */
  public static Connection connect() {
    var config = ConfigProvider.getConfig();
    try {
      return DriverManager.getConnection(
          config.getValue("quarkus.datasource.jdbc.url", String.class),
          config.getValue("quarkus.datasource.username", String.class),
          config.getValue("quarkus.datasource.password", String.class));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The month becomes due: twelve months have passed since its end. */
  public void yearsGoBy() {
    RetentionProfile.Clocks.CLOCK.set(Months.end(month.plusMonths(12)).plusSeconds(1));
  }

  /** A moment of the month. */
  public Instant moment(int second) {
    return Months.start(month).plusSeconds(second);
  }

  /** Records so many events of the month in one call. */
  public void record(String prefix, int events) {
    post(IntStream.range(0, events)
            .mapToObj(i -> event(source, prefix + i, moment(i).toString(), i + ".5"))
            .collect(Collectors.joining(",", "[", "]")))
        .statusCode(200);
  }

  /** Asks for a correction; the answer once it is made. */
  public ValidatableResponse correct(String body) {
    return as(TestKeys.INSTALLER)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/ledger/corrections")
        .then();
  }

  /** The body that takes one event back. */
  public String voiding(String id) {
    return """
        {"kind": "void", "reason": "a test",
         "select": {"events": [{"source": "%s", "id": "%s"}]}}"""
        .formatted(source, id);
  }

  /** The body that says anew what one event says. */
  public static String replacing(String event) {
    return "{\"kind\": \"replace\", \"reason\": \"a test\", \"events\": [" + event + "]}";
  }

  /** Says for every batch what report-service says when it has applied it. */
  public void confirmAll() {
    run("UPDATE batch SET confirmed_at = now(), publish_due_at = NULL WHERE confirmed_at IS NULL");
  }

  /** The month as the service lists it. */
  public JsonPath listed() {
    String json =
        as(TestKeys.INSTALLER)
            .queryParam("limit", 1000)
            .get("/api/v1/ledger/partitions")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    return JsonPath.from(json).setRootPath("items.find { it.month == '" + month + "' }");
  }

  /** How far it is. */
  public String state() {
    return listed().getString("state");
  }

  /** Waits until the month is in a state. */
  public void awaitState(String state) {
    Awaitility.await(month + " is " + state)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> state.equals(applied().getString("state")));
  }

  /** Waits until the month waits for something. */
  public void awaitWaitingFor(String code) {
    Awaitility.await(month + " waits for " + code)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> code.equals(applied().getString("waitingFor")));
  }

  /**
   * The month after the policy was applied once more, for tests that will not wait for the tick.
   */
  public JsonPath applied() {
    Arc.container().instance(Retention.class).get().tick();
    return listed();
  }

  /** Runs a statement as the service's role. */
  public void run(String sql) {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of a query's one row. */
  public String value(String sql) {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
