package io.ledgerline.report.pricing;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rates usage against a price book: a pure function, exact to the last digit. */
public final class Rater {
  /** Counts of calls: they cost something only where a price says so. */
  public static final Set<MeterName> COUNTED_ONLY =
      Set.of(MeterName.REQUESTS, MeterName.FAILED_REQUESTS);

  private final PriceBook book;

  /** Rates by {@code book}. */
  public Rater(PriceBook book) {
    this.book = book;
  }

  /** The cost of {@code usage}: a line per used meter, or the meter among the unrated ones. */
  public Rated rate(Usage usage) {
    Optional<ModelRule.Match> model = ModelRule.resolve(usage.model(), book::knows);
    List<RatedLine> lines = new ArrayList<>();
    SortedMap<MeterName, Quantity> unrated = new TreeMap<>();
    Money sum = Money.zero(book.currency());
    for (Map.Entry<MeterName, Quantity> used : usage.quantities().byMeter().entrySet()) {
      if (used.getValue().value().signum() == 0) {
        continue;
      }
      Optional<RatedLine> line =
          model.flatMap(found -> line(usage, found, used.getKey(), used.getValue()));
      if (line.isPresent()) {
        lines.add(line.get());
        sum = sum.plus(line.get().cost());
      } else if (!COUNTED_ONLY.contains(used.getKey())) {
        unrated.put(used.getKey(), used.getValue());
      }
    }
    return new Rated(lines, unrated, sum);
  }

  private Optional<RatedLine> line(
      Usage usage, ModelRule.Match model, MeterName meter, Quantity quantity) {
    return book.find(usage.provider(), model.model(), meter, usage.priceClass(), usage.time())
        .map(
            price ->
                new RatedLine(
                    meter,
                    quantity,
                    price.id(),
                    price.price(),
                    model.rule(),
                    price.price().of(quantity)));
  }
}
