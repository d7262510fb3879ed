package io.ledgerline.report.report.chargeback;

import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.ledger.PlaceSum;
import java.util.Comparator;
import java.util.UUID;

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
    return new Place(
        event.workspace(), event.project(), name(event.principal(), event.principalId()));
  }

  static Place of(PlaceSum use) {
    return new Place(use.workspace(), use.project(), name(use.principal(), use.principalId()));
  }

  /** Of an erased person something that only tells one from another. */
  private static String name(String principal, UUID surrogate) {
    return principal != null || surrogate == null ? principal : "erased-" + surrogate;
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
