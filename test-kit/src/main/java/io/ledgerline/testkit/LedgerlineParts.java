package io.ledgerline.testkit;

import io.ledgerline.local.parts.Buckets;
import io.ledgerline.local.parts.PartsDescription;
import io.ledgerline.local.postgres.LedgerlineDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Wires a {@code @QuarkusTest} to the real parts: a fresh database with the three schemas and
 * roles, emptied topics, the mailbox, the object store, and {@link TestKeys}.
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(value = LedgerlineParts.class,
 *     initArgs = @ResourceArg(name = "schema", value = "ingest"))
 * }</pre>
 */
public final class LedgerlineParts implements QuarkusTestResourceLifecycleManager {
  /** The bucket that report-service keeps artifacts in. */
  public static final String ARTIFACT_BUCKET = Buckets.ARTIFACTS;

  private String schema = "ingest";
  private String database;

  /** Takes {@code schema}: the schema and role of the service under test. */
  @Override
  public void init(Map<String, String> arguments) {
    schema = arguments.getOrDefault("schema", schema);
  }

  @Override
  public Map<String, String> start() {
    PartsDescription parts = SuiteParts.get().description();
    database = "test_" + schema + "_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    try {
      LedgerlineDatabase.create(admin(parts), database, parts.postgres().roles());
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot make a database for the test", e);
    }
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      kafka.emptyAllTopics();
    }
    return configuration(parts);
  }

  private Map<String, String> configuration(PartsDescription parts) {
    Map<String, String> all = new HashMap<>(TestKeys.configuration());
    all.put("ledgerline.database.host", parts.postgres().host());
    all.put("ledgerline.database.port", Integer.toString(parts.postgres().port()));
    all.put("ledgerline.database.name", database);
    all.put("ledgerline.database.user", schema);
    all.put("ledgerline.database.password", parts.postgres().roles().get(schema));
    // So that a module's first test does not race the tables.
    all.put("ledgerline.schema.wait-at-start", "60s");
    all.put("kafka.bootstrap.servers", parts.kafka().bootstrapServers());
    all.put("quarkus.mailer.mock", "false");
    all.put("quarkus.mailer.host", parts.smtp().host());
    all.put("quarkus.mailer.port", Integer.toString(parts.smtp().port()));
    all.put("ledgerline.object-store.endpoint", parts.s3().endpoint());
    all.put("ledgerline.object-store.region", parts.s3().region());
    all.put("ledgerline.object-store.access-key", parts.s3().accessKey());
    all.put("ledgerline.object-store.secret-key", parts.s3().secretKey());
    all.put("ledgerline.object-store.path-style", "true");
    all.put("ledgerline.object-store.bucket", ARTIFACT_BUCKET);
    return all;
  }

  private static LedgerlineDatabase.Admin admin(PartsDescription parts) {
    PartsDescription.Postgres at = parts.postgres();
    return new LedgerlineDatabase.Admin(at.host(), at.port(), at.adminUser(), at.adminPassword());
  }

  @Override
  public void stop() {
    if (database == null) {
      return;
    }
    try {
      LedgerlineDatabase.drop(admin(SuiteParts.get().description()), database);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot remove the test's database", e);
    }
  }
}
