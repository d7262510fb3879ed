package io.ledgerline.platform.schema;

import io.ledgerline.platform.problem.DependencyUnavailable;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers every call of a resource with 503 until the tables are there: a service that has just
 * started against a new or absent database asks for patience, and does not fail.
 */
public class SchemaGate {
  private final SchemaMigration migration;

  SchemaGate(SchemaMigration migration) {
    this.migration = migration;
  }

  /** Lets a request pass when there are tables to answer it from. */
  @ServerRequestFilter
  public void check() {
    if (!migration.isReady()) {
      throw new DependencyUnavailable("the database", null);
    }
  }
}
