package io.ledgerline.report.vendor.smarter.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.directory.store.Forgotten;
import io.ledgerline.report.directory.store.NameHolder;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The addresses of daily billing records: their users are named nowhere else. */
@ApplicationScoped
class RecordUsers implements NameHolder {
  private static final String FIND =
      """
      SELECT email FROM smarter_user
      WHERE tenant = $1 AND (email = ANY ($2::text[]) OR lower(email) = ANY ($3::text[]))""";

  /** Where charges were added up at this very moment, somebody has the surrogate already. */
  private static final String RENAME =
      """
      UPDATE smarter_user u SET email = n.new || CASE WHEN EXISTS (
          SELECT FROM smarter_user t WHERE t.tenant = $1 AND t.email = n.new)
        THEN '-' || u.id ELSE '' END
      FROM unnest($2::text[], $3::text[]) AS n (old, new)
      WHERE u.tenant = $1 AND u.email = n.old""";

  @Override
  public Uni<Void> forget(SqlClient transaction, TenantId tenant, Forgotten who) {
    return transaction
        .preparedQuery(FIND)
        .execute(
            Tuple.of(tenant.value())
                .addArrayOfString(Columns.texts(who.names()))
                .addArrayOfString(Columns.texts(who.keys())))
        .chain(
            rows -> {
              List<String> emails = rows.stream().map(row -> row.getString("email")).toList();
              return rename(transaction, tenant, emails, who);
            });
  }

  /** One after the other, as two addresses may be of one principal. */
  private static Uni<Void> rename(
      SqlClient transaction, TenantId tenant, List<String> emails, Forgotten who) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (String email : emails) {
      Tuple values =
          Tuple.of(tenant.value())
              .addArrayOfString(new String[] {email})
              .addArrayOfString(new String[] {who.insteadOf(email)});
      done = done.chain(() -> transaction.preparedQuery(RENAME).execute(values).replaceWithVoid());
    }
    return done;
  }
}
