package io.ledgerline.report.directory.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.directory.DirectorySource;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads how the directory's sources are doing, and notes how often they are expected. */
@ApplicationScoped
public class SourceTable {
  private static final String STATES =
      """
      SELECT l.source, l.door, l.at, d.expected_seconds, d.source IS NOT NULL AS said
      FROM (SELECT DISTINCT ON (tenant, source) tenant, source, door, at FROM directory_sync
        WHERE $1::text IS NULL OR tenant = $1 ORDER BY tenant, source, at DESC) AS l
      LEFT JOIN directory_source d ON d.tenant = l.tenant AND d.source = l.source
      ORDER BY l.source""";

  private static final String EXPECT =
      """
      INSERT INTO directory_source (tenant, source, expected_seconds) VALUES ($1, $2, $3)
      ON CONFLICT (tenant, source) DO UPDATE SET expected_seconds = $3""";

  private final Pool database;
  private final DirectoryConfig config;
  private final Clock clock;

  SourceTable(Pool database, DirectoryConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** Those of a tenant, by name. */
  public Uni<List<SourceState>> of(TenantId tenant) {
    return read(tenant.value());
  }

  /** How many of all tenants should have been heard by now. */
  public Uni<Integer> stale() {
    Instant now = clock.instant();
    return read(null)
        .map(states -> (int) states.stream().filter(state -> state.isStale(now)).count());
  }

  /**
   * Notes how often a source is expected.
   *
   * @param every null for never
   */
  public Uni<Void> expect(TenantId tenant, String source, Duration every) {
    return database
        .preparedQuery(EXPECT)
        .execute(Tuple.of(tenant.value(), source, every == null ? null : every.toSeconds()))
        .replaceWithVoid();
  }

  private Uni<List<SourceState>> read(String tenant) {
    return database
        .preparedQuery(STATES)
        .execute(Tuple.of(tenant))
        .map(
            rows -> {
              List<SourceState> states = new ArrayList<>(rows.size());
              rows.forEach(row -> states.add(state(row)));
              return states;
            });
  }

  private SourceState state(Row row) {
    String door = row.getString("door");
    Long seconds = row.getLong("expected_seconds");
    Duration usual = Door.REST.wireName().equals(door) ? null : config.staleAfter();
    Duration said = seconds == null ? null : Duration.ofSeconds(seconds);
    return new SourceState(
        new DirectorySource(row.getString("source"), door, Columns.instant(row, "at")),
        row.getBoolean("said") ? said : usual);
  }
}
