package io.ledgerline.report.ledger.store;

import io.ledgerline.report.ledger.VerifiedHead;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * How far the ledger's chain, one for all tenants, was found right. It is kept here, where whoever
 * rewrites the ledger's tables does not reach it.
 */
@ApplicationScoped
public class VerifiedHeadStore {
  private static final String FIND = "SELECT seal_no, chain_head FROM ledger_verified_head";

  private static final String ADVANCE =
      """
      INSERT INTO ledger_verified_head (seal_no, chain_head) VALUES ($1, $2)
      ON CONFLICT (one) DO UPDATE
      SET seal_no = excluded.seal_no, chain_head = excluded.chain_head, verified_at = now()
      WHERE ledger_verified_head.seal_no < excluded.seal_no""";

  private final Pool database;

  VerifiedHeadStore(Pool database) {
    this.database = database;
  }

  /** The furthest; empty before the first verification. */
  public Uni<Optional<VerifiedHead>> find() {
    return database
        .query(FIND)
        .execute()
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(
                        new VerifiedHead(
                            rows.iterator().next().getLong("seal_no"),
                            rows.iterator().next().getString("chain_head"))));
  }

  /** Notes one, unless one further on is known. */
  public Uni<Void> advance(VerifiedHead head) {
    return database
        .preparedQuery(ADVANCE)
        .execute(Tuple.of(head.sealNo(), head.chainHead()))
        .replaceWithVoid();
  }
}
