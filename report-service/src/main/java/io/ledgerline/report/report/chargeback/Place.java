package io.ledgerline.report.report.chargeback;

import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.ledger.PlaceSum;
import java.util.Comparator;

/**
 * Where something was done and by whom, as the source said it.
 *
 * @param workspace null where the source has none, like the next two
 * @param project a project of the workspace
 * @param principal who did it
 */
record Place(String workspace, String project, String principal) implements Comparable<Place> {
  private static final Comparator<String> TEXT =
      Comparator.nullsFirst(Comparator.<String>naturalOrder());
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::workspace, TEXT)
          .thenComparing(Place::project, TEXT)
          .thenComparing(Place::principal, TEXT);

  static Place of(LedgerLine event) {
    return new Place(event.workspace(), event.project(), event.principal());
  }

  static Place of(PlaceSum use) {
    return new Place(use.workspace(), use.project(), use.principal());
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
