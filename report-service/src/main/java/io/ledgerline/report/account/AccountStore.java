package io.ledgerline.report.account;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Accounts as the rollups know them. */
@ApplicationScoped
class AccountStore {
  /** The accounts of a page first, so that only their usage is added up. */
  private static final String ACCOUNTS =
      """
      WITH page AS (
        SELECT DISTINCT source_account FROM dimension_set
        WHERE tenant = $1 AND source_account > $2 AND starts_with(source_account, $3)
          AND ($7::text[] IS NULL OR source_account = ANY ($7)
            OR EXISTS (SELECT FROM unnest($8::text[]) AS seen (start)
              WHERE starts_with(source_account, seen.start)))
        ORDER BY source_account LIMIT $4)
      SELECT p.source_account, m.name AS meter, min(r.charge_quarter) AS first_quarter,
        max(r.charge_quarter) AS last_quarter, sum(r.quantity)::text AS quantity,
        sum(r.events)::bigint AS events
      FROM page p
      LEFT JOIN dimension_set d ON d.tenant = $1 AND d.source_account = p.source_account
      LEFT JOIN rollup r ON r.dimension_set = d.id
        AND r.charge_quarter >= $5 AND r.charge_quarter < $6
      LEFT JOIN meter_name m ON m.id = r.meter
      GROUP BY p.source_account, m.name
      ORDER BY p.source_account, m.name""";

  private final Pool database;

  AccountStore(Pool database) {
    this.database = database;
  }

  /**
   * Which accounts.
   *
   * @param after names behind this one
   * @param beginning names that begin so
   * @param most at most so many
   * @param from of the span that is added up, inclusive
   * @param to of the span, exclusive
   * @param scope only accounts that it names; null for all
   */
  record Question(
      String after, String beginning, int most, Instant from, Instant to, AccessScope scope) {}

  Uni<List<AccountView>> accounts(TenantId tenant, Question question) {
    Tuple values =
        Tuple.of(tenant.value(), question.after(), question.beginning(), question.most())
            .addOffsetDateTime(Columns.utc(question.from()))
            .addOffsetDateTime(Columns.utc(question.to()))
            .addArrayOfString(
                question.scope() == null ? null : Columns.texts(question.scope().wholeAccounts()))
            .addArrayOfString(
                question.scope() == null
                    ? null
                    : Columns.texts(question.scope().accountBeginnings()));
    return database
        .preparedQuery(ACCOUNTS)
        .execute(values)
        .map(
            rows -> {
              Map<String, Sums> accounts = new LinkedHashMap<>();
              for (Row row : rows) {
                accounts
                    .computeIfAbsent(row.getString("source_account"), name -> new Sums())
                    .add(row);
              }
              List<AccountView> views = new ArrayList<>();
              accounts.forEach((name, sums) -> views.add(sums.of(name)));
              return views;
            });
  }

  /** What the rows of one account say. */
  private static final class Sums {
    private final SortedMap<String, String> quantities = new TreeMap<>();
    private Instant first;
    private Instant last;
    private long events;

    void add(Row row) {
      if (row.getOffsetDateTime("first_quarter") == null) {
        return;
      }
      Instant from = Columns.instant(row, "first_quarter");
      Instant to = Columns.instant(row, "last_quarter").plus(QuarterHour.LENGTH);
      first = first == null || from.isBefore(first) ? from : first;
      last = last == null || to.isAfter(last) ? to : last;
      String meter = row.getString("meter");
      if (meter == null) {
        events = row.getLong("events");
      } else {
        quantities.put(
            meter, new BigDecimal(row.getString("quantity")).stripTrailingZeros().toPlainString());
      }
    }

    AccountView of(String name) {
      return new AccountView(name, first, last, events, quantities);
    }
  }
}
