package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.Dimensions;
import java.util.Comparator;
import java.util.function.Function;

/**
 * The one order in which lines reach banded prices, so that a charge does not depend on the order
 * in which a database hands them out: by time, then by what they are, then by how much.
 */
public final class UsageOrder {
  private static final Comparator<Dimensions> DIMENSIONS =
      text(Dimensions::sourceAccount)
          .thenComparing(text(d -> d.principal() == null ? null : d.principal().toString()))
          .thenComparing(text(Dimensions::workspace))
          .thenComparing(text(Dimensions::project))
          .thenComparing(text(Dimensions::provider))
          .thenComparing(text(Dimensions::model))
          .thenComparing(text(Dimensions::region))
          .thenComparing(text(Dimensions::operation))
          .thenComparing(text(d -> d.priceClass().toString()))
          .thenComparing(text(d -> d.tags().values().toString()));

  /** Lines by time, dimensions, meter, quantity and events. */
  public static final Comparator<UsageLine> CANONICAL =
      Comparator.comparing(UsageLine::time)
          .thenComparing(UsageLine::dimensions, UsageOrder::compare)
          .thenComparing(UsageLine::meter)
          .thenComparing(UsageLine::quantity)
          .thenComparing(UsageLine::events);

  private UsageOrder() {}

  /** Dimensions by their parts; what is absent comes first. */
  public static int compare(Dimensions one, Dimensions other) {
    return one == other ? 0 : DIMENSIONS.compare(one, other);
  }

  private static Comparator<Dimensions> text(Function<Dimensions, String> part) {
    return Comparator.comparing(part, Comparator.nullsFirst(Comparator.naturalOrder()));
  }
}
