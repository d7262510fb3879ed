package io.ledgerline.report.pricing.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.imports.PriceChange;
import io.ledgerline.report.pricing.imports.PriceVersion;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Brings a list into the book in one transaction: what is new or different becomes new rows, the
 * rest stays untouched. Two importers of a tenant come one after the other.
 */
@ApplicationScoped
public class PriceImport {
  private final Pool database;
  private final PriceStore prices;

  PriceImport(Pool database, PriceStore prices) {
    this.database = database;
    this.prices = prices;
  }

  /**
   * Imports.
   *
   * @param dryRun whether only to find out what would change
   * @return what changes, in the order of the list
   */
  public Uni<List<PriceChange>> run(
      TenantId tenant, List<Draft<PriceMatch, Tariff>> entries, Provenance by, boolean dryRun) {
    return database.withTransaction(tx -> run(tx, tenant, entries, by, dryRun));
  }

  Uni<List<PriceChange>> run(
      SqlConnection transaction,
      TenantId tenant,
      List<Draft<PriceMatch, Tariff>> entries,
      Provenance by,
      boolean dryRun) {
    return prices
        .lockForImport(transaction, tenant)
        .chain(() -> prices.all(transaction, tenant))
        .map(book -> PriceChange.between(PriceVersion.latest(book), entries))
        .call(
            changes -> {
              List<Draft<PriceMatch, Tariff>> fresh =
                  changes.stream().map(PriceChange::entry).toList();
              return prices.add(transaction, tenant, dryRun ? List.of() : fresh, by);
            });
  }
}
