package io.ledgerline.platform.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the reactive pool as Quarkus would, but with waits that end while a caller still listens.
 */
@Singleton
class DatabasePool implements PgPoolCreator {
  private final DatabaseConfig config;

  DatabasePool(DatabaseConfig config) {
    this.config = config;
  }

  @Override
  public Pool create(Input input) {
    List<PgConnectOptions> servers = input.pgConnectOptionsList();
    servers.forEach(s -> s.setConnectTimeout((int) config.connectTimeout().toMillis()));
    input
        .poolOptions()
        .setConnectionTimeout((int) config.poolTimeout().toMillis())
        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(List.<SqlConnectOptions>copyOf(servers))
        .using(input.vertx())
        .build();
  }
}
