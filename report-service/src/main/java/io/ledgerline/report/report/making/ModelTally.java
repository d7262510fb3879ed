package io.ledgerline.report.report.making;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.report.rating.UsageLine;
import io.ledgerline.report.report.store.PreviewStore.ModelUsage;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds usage up by model, as {@code PreviewStore} does for a whole tenant. For one thread. */
final class ModelTally {
  private final Map<String, Model> models = new HashMap<>();

  /** Adds what was used of a meter. */
  void add(UsageLine usage) {
    of(usage.dimensions().model())
        .quantities
        .merge(usage.meter().value(), usage.quantity(), BigDecimal::add);
  }

  /** Adds events. */
  void count(String model, long events) {
    of(model).events += events;
  }

  /** What was added, by model; usage without a model comes last. */
  List<ModelUsage> models() {
    return models.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.nullsLast(Comparator.<String>naturalOrder())))
        .map(entry -> entry.getValue().usage(entry.getKey()))
        .filter(model -> model.events() != 0 || !model.quantities().isEmpty())
        .toList();
  }

  private Model of(String model) {
    return models.computeIfAbsent(model, name -> new Model());
  }

  private static final class Model {
    private final SortedMap<String, BigDecimal> quantities = new TreeMap<>();
    private long events;

    ModelUsage usage(String name) {
      SortedMap<String, BigDecimal> normal = new TreeMap<>();
      quantities.forEach(
          (meter, sum) -> {
            if (sum.signum() != 0) {
              normal.put(meter, Decimals.normal(sum));
            }
          });
      return new ModelUsage(name, events, normal);
    }
  }
}
