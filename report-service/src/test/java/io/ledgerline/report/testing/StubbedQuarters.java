package io.ledgerline.report.testing;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.contracts.usage.RequestSize;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.ledger.QuarterSum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Sums by quarter hour, each of one event. */
final class StubbedQuarters {
  private StubbedQuarters() {}

  /**
   * The sums.
   *
   * @param events those that count, by rising time
   * @param asked the request's parameters, {@code name=value}
   */
  static List<Object> of(List<LedgerLine> events, List<String> asked) {
    Set<String> meters = Set.copyOf(values(asked, "meter").toList());
    List<Integer> steps = values(asked, "step").map(Integer::valueOf).sorted().toList();
    List<Object> sums = new ArrayList<>();
    for (LedgerLine event : events) {
      Map<String, BigDecimal> quantities = new HashMap<>();
      event
          .quantities()
          .byMeter()
          .forEach(
              (meter, quantity) -> {
                if (meters.contains(meter.value())) {
                  quantities.put(meter.value(), quantity.value());
                }
              });
      if (!quantities.isEmpty()) {
        sums.add(sum(event, above(event, steps), quantities));
      }
    }
    return sums;
  }

  private static QuarterSum sum(
      LedgerLine event, Integer above, Map<String, BigDecimal> quantities) {
    return new QuarterSum(
        QuarterHour.of(event.time()).start(),
        event.sourceAccount(),
        event.principalId(),
        event.workspace(),
        event.project(),
        event.provider(),
        event.model(),
        event.region(),
        event.operation(),
        event.priceClass(),
        event.tags(),
        above,
        quantities);
  }

  private static Integer above(LedgerLine event, List<Integer> steps) {
    Map<MeterName, Quantity> used = event.quantities().byMeter();
    Quantity requests = used.get(MeterName.REQUESTS);
    if (!RequestSize.isOne(requests == null ? null : requests.value())) {
      return null;
    }
    BigDecimal size =
        RequestSize.METERS.stream()
            .filter(used::containsKey)
            .map(meter -> used.get(meter).value())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return steps.stream()
        .filter(step -> size.compareTo(BigDecimal.valueOf(step)) > 0)
        .reduce((a, b) -> b)
        .orElse(null);
  }

  private static Stream<String> values(List<String> asked, String name) {
    return asked.stream()
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1));
  }
}
