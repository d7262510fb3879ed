package io.ledgerline.ingest.ledger.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ledger rows as tests need them. */
final class Rows {
  private Rows() {}

  /** A row for each fact; equal dimensions and meters have the same number. */
  static List<LedgerRow> of(List<Fact> facts) {
    Map<List<Object>, Integer> sets = new HashMap<>();
    List<LedgerRow> rows = new ArrayList<>(facts.size());
    for (Fact fact : facts) {
      List<Object> set =
          List.of(fact.dimensions(), QuantityText.meters(fact.quantities()), fact.sign());
      int number = sets.computeIfAbsent(set, key -> sets.size() + 1);
      long place = rows.size();
      rows.add(
          new LedgerRow(new UUID(1, place), new UUID(2, place), "e-" + place, number, fact, null));
    }
    return rows;
  }
}
