package io.ledgerline.report.vendor.smarter.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.charge.AccountNumber;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.vendor.smarter.Account;
import io.ledgerline.report.vendor.smarter.Seen;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Makes, finds and changes accounts. */
@ApplicationScoped
public class AccountStore {
  private static final String ADD =
      """
      INSERT INTO smarter_account (tenant, number, company_name, currency, timezone, created_at,
        updated_at)
      VALUES ($1, $2, $3, $4, $5, $6, $6) ON CONFLICT DO NOTHING""";

  private static final String CHANGE =
      """
      UPDATE smarter_account SET company_name = $3, currency = $4, timezone = $5, updated_at = $6
      WHERE tenant = $1 AND number = $2""";

  private static final String LIST =
      """
      SELECT number, company_name, currency, timezone, created_at, updated_at FROM smarter_account
      WHERE tenant = $1
        AND ($2::text[] IS NULL OR number = ANY ($2)
          OR EXISTS (SELECT FROM unnest($3::text[]) b WHERE starts_with(number, b)))
        AND ($4::text IS NULL OR number > $4) AND ($5::text IS NULL OR number = $5)
      ORDER BY number LIMIT $6""";

  private final Pool database;

  AccountStore(Pool database) {
    this.database = database;
  }

  /** Makes an account; whether its number was free. */
  public Uni<Boolean> add(TenantId tenant, Account account) {
    return database
        .preparedQuery(ADD)
        .execute(values(tenant, account))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Changes all of an account but its number. */
  public Uni<Void> change(TenantId tenant, Account account) {
    return database.preparedQuery(CHANGE).execute(values(tenant, account)).replaceWithVoid();
  }

  /** One account; null when there is none. */
  public Uni<Account> find(Seen seen, AccountNumber number) {
    return database
        .preparedQuery(LIST)
        .execute(RecordRow.seen(seen).addString(null).addString(number.value()).addInteger(1))
        .map(rows -> rows.size() == 0 ? null : read(rows.iterator().next()));
  }

  /** Accounts by number. */
  public Uni<List<Account>> list(Seen seen, Cursor after, Limit limit) {
    return database
        .preparedQuery(LIST)
        .execute(
            RecordRow.seen(seen)
                .addString(after == null ? null : after.text(0))
                .addString(null)
                .addInteger(limit.plusOne()))
        .map(
            rows -> {
              List<Account> all = new ArrayList<>(rows.size());
              rows.forEach(row -> all.add(read(row)));
              return all;
            });
  }

  private static Tuple values(TenantId tenant, Account account) {
    return Tuple.of(
        tenant.value(),
        account.number().value(),
        account.companyName(),
        account.currency(),
        account.timezone(),
        Columns.utc(account.updatedAt()));
  }

  private static Account read(Row row) {
    return new Account(
        new AccountNumber(row.getString("number")),
        row.getString("company_name"),
        row.getString("currency"),
        row.getString("timezone"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"));
  }
}
