package io.ledgerline.report.report.capacity;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import java.util.ArrayList;
import java.util.List;

/**
 * Which meter says how much there is of what another one says is used, by their names: {@code
 * total_cores} of {@code used_cores}, {@code tier_1_total} of {@code tier_1_used}, {@code
 * gpus_total} of {@code gpus}.
 */
final class Totals {
  private static final String USED = "used_";
  private static final String ONLINE = "online_";
  private static final String OF_USED = "_used";
  private static final String TOTAL = "total_";
  private static final String OF_TOTAL = "_total";

  private Totals() {}

  /** The names that a total may have. */
  static List<MeterName> of(MeterName used) {
    String name = used.value();
    List<MeterName> totals = new ArrayList<>();
    if (name.startsWith(USED)) {
      add(totals, TOTAL + name.substring(USED.length()));
    } else if (name.startsWith(ONLINE)) {
      add(totals, TOTAL + name.substring(ONLINE.length()));
    } else if (name.endsWith(OF_USED)) {
      add(totals, name.substring(0, name.length() - OF_USED.length()) + OF_TOTAL);
    } else if (!name.endsWith(OF_TOTAL) && !name.startsWith(TOTAL)) {
      add(totals, name + OF_TOTAL);
    }
    return totals;
  }

  private static void add(List<MeterName> totals, String name) {
    try {
      totals.add(new MeterName(name));
    } catch (InvalidValueException e) {
      // Too long for a name: then there is no such meter.
      totals.clear();
    }
  }
}
