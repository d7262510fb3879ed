package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.ingest.ledger.intern.DimensionSetRow;
import io.ledgerline.ingest.ledger.scan.SetBook;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

/**
 * All words that a dimension set stands for.
 *
 * @param tenant whose it is
 * @param source who said it
 * @param dimensions where it came from and what was used
 * @param principal name of who did it; null when unknown or erased
 * @param meters names of its meters, in the order of a row's quantities
 * @param sign 1 when its rows add, -1 when they take back
 */
record SetWords(
    String tenant,
    String source,
    Dimensions dimensions,
    String principal,
    List<String> meters,
    int sign) {
  private static final int REMEMBERED = 20_000;

  /** A book of words for one stream. */
  static SetBook<SetWords> book(Pool pool) {
    return new SetBook<>(
        pool,
        "d.id, d.tenant, s.name AS source, p.name AS principal, d.meters, d.sign, "
            + DimensionSetRow.COLUMNS,
        "dimension_set d JOIN source s ON s.id = d.source_id"
            + " LEFT JOIN principal p ON p.id = d.principal_id",
        REMEMBERED,
        SetWords::read);
  }

  private static SetWords read(Row row) {
    return new SetWords(
        row.getString("tenant"),
        row.getString("source"),
        DimensionSetRow.dimensions(row),
        row.getString("principal"),
        List.of(row.getArrayOfStrings("meters")),
        row.getInteger("sign"));
  }
}
