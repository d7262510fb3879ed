package io.ledgerline.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.message.Topics;
import io.ledgerline.local.client.StoreClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsIT {
  @TempDir private static Path data;

  private static LaunchedParts launched;
  private static PartsDescription parts;

  @BeforeAll
  static void start() throws IOException {
    launched = LaunchedParts.start(data, "--ephemeral-ports");
    parts = launched.awaitUp();
  }

  @AfterAll
  static void stop() throws IOException {
    launched.close();
  }

  private static Connection connect(String role, String password) throws SQLException {
    return DriverManager.getConnection(parts.postgres().jdbcUrl(), role, password);
  }

  private static Connection connect(String role) throws SQLException {
    return connect(role, parts.postgres().roles().get(role));
  }

  private static String ask(Connection connection, String question) throws SQLException {
    try (ResultSet row = connection.createStatement().executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void whatTheDatabaseHasCommittedIsOnTheDisk() throws SQLException {
    try (Connection admin =
        connect(parts.postgres().adminUser(), parts.postgres().adminPassword())) {
      assertThat(ask(admin, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(admin, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(admin, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(ask(admin, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(admin, "SHOW data_checksums")).isEqualTo("on");
    }
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertThatThrownBy(() -> connect("ingest", "guess"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void eachRoleWorksInItsOwnSchemaAndIsBlindToTheOthers() throws SQLException {
    try (Connection ingest = connect("ingest");
        Connection report = connect("report")) {
      ingest.createStatement().execute("CREATE TABLE secret (id int)");
      assertThat(ask(ingest, "SELECT current_schema()")).isEqualTo("ingest");
      assertThatThrownBy(() -> ask(report, "SELECT count(*) FROM ingest.secret"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(
              () -> report.createStatement().execute("CREATE TABLE public.mine (id int)"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> report.createStatement().execute("CREATE SCHEMA mine"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void allTopicsAreThereAndNoOtherIsMadeByUsingIt() throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", parts.kafka().bootstrapServers());
    try (Admin admin = Admin.create(settings)) {
      Map<String, Integer> partitions =
          admin
              .describeTopics(admin.listTopics().names().get())
              .allTopicNames()
              .get()
              .values()
              .stream()
              .collect(Collectors.toMap(TopicDescription::name, t -> t.partitions().size()));
      assertThat(partitions)
          .isEqualTo(
              Topics.ALL.stream()
                  .collect(Collectors.toMap(Topics.Topic::name, Topics.Topic::partitions)));
    }
  }

  @Test
  void theStoreHasItsBucketsAndTakesOnlyItsOwnKey() {
    try (StoreClient store = new StoreClient(parts.s3())) {
      store.put(Buckets.BEDROCK_LOGS, "a/b", "text".getBytes(StandardCharsets.UTF_8));
      assertThat(store.get(Buckets.BEDROCK_LOGS, "a/b")).asString().isEqualTo("text");
    }
    PartsDescription.S3 at = parts.s3();
    try (StoreClient stranger =
        new StoreClient(
            new PartsDescription.S3(at.endpoint(), at.region(), at.accessKey(), "guess"))) {
      assertThatThrownBy(() -> stranger.get(Buckets.BEDROCK_LOGS, "a/b"))
          .hasMessageContaining("403");
    }
  }
}
