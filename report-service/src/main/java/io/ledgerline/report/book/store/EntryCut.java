package io.ledgerline.report.book.store;

import io.ledgerline.contracts.AccessScope;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Objects;
import java.util.Set;

/**
 * Which entries somebody sees who sees a part of the tenant: those that speak of that part alone.
 *
 * @param scope what is seen
 * @param centres codes of the cost centres that are named in it and of all below them
 * @param shape where entries say of whom they speak
 */
public record EntryCut(AccessScope scope, Set<String> centres, Shape shape) {
  /** Where entries say of whom they speak. */
  public enum Shape {
    /** A cost centre itself: the key's {@code code}. */
    CENTRE("e.key ->> 'code' = ANY (${centres})"),

    /**
     * Terms: the key's {@code sourceAccount} and {@code costCentre}. What names neither says
     * nothing of anybody and is seen by everybody, as list prices are.
     */
    PARTY(
        "(e.key ->> 'sourceAccount' IS NULL AND e.key ->> 'costCentre' IS NULL OR "
            + account("e.key ->> 'sourceAccount'")
            + " OR e.key ->> 'costCentre' = ANY (${centres}))"),

    /** Attribution: the key's {@code sourceAccount}, or the value's {@code costCentre}. */
    PAYER(
        "("
            + account("e.key ->> 'sourceAccount'")
            + " OR e.value ->> 'costCentre' = ANY (${centres}))"),

    /** Allocation: a cost centre's pool, all of whose bearers are named and seen. */
    POOL(
        named("e.key ->> 'pool'", "cost-centre:(.*)")
            + " = ANY (${centres}) AND (e.value IS NULL OR e.value ->> 'every' IS NULL AND NOT"
            + " EXISTS (SELECT FROM jsonb_array_elements(e.value -> 'targets') AS share WHERE NOT"
            + " coalesce("
            + named("share ->> 'target'", "cost-centre:(.*)")
            + " = ANY (${centres}), false) AND NOT coalesce("
            + account(named("share ->> 'target'", "source-account:(.*)"))
            + ", false) AND NOT coalesce("
            + account(
                "replace(replace("
                    + named("share ->> 'target'", "workspace:([^/]*)/")
                    + ", '%2F', '/'), '%25', '%')")
            + ", false)))");

    private final String condition;

    Shape(String condition) {
      this.condition = condition;
    }

    private static String account(String text) {
      return "("
          + text
          + " = ANY (${accounts}) OR EXISTS (SELECT FROM unnest(${beginnings}) AS seen (start)"
          + " WHERE starts_with("
          + text
          + ", seen.start)))";
    }

    private static String named(String text, String pattern) {
      return "substring(" + text + " FROM '^" + pattern + "')";
    }
  }

  /** Copies. */
  public EntryCut {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(shape, "shape");
    centres = Set.copyOf(centres);
  }

  /** The condition on {@code book_entry e}, with {@code values} getting its values. */
  String condition(Tuple values) {
    String sql = shape.condition.replace("${accounts}", next(values, scope.wholeAccounts()));
    sql = sql.replace("${beginnings}", next(values, scope.accountBeginnings()));
    return sql.replace("${centres}", next(values, centres));
  }

  private static String next(Tuple values, Set<String> texts) {
    values.addArrayOfString(texts.toArray(String[]::new));
    return "$" + values.size() + "::text[]";
  }
}
