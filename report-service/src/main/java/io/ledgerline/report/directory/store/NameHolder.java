package io.ledgerline.report.directory.store;

import io.ledgerline.contracts.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** Keeps names of people outside of the directory, and forgets them when the directory does. */
public interface NameHolder {
  /** Forgets somebody, in the transaction in which the directory does. */
  Uni<Void> forget(SqlClient transaction, TenantId tenant, Forgotten who);
}
