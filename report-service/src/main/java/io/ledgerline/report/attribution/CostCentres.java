package io.ledgerline.report.attribution;

import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Span;
import io.ledgerline.report.book.Validity;
import java.time.Instant;

/** Questions to the book's cost centres. */
public final class CostCentres {
  private CostCentres() {}

  /**
   * The first moment within {@code when} at which there is no such cost centre; null when there is
   * one all the time.
   */
  public static Instant gap(
      Register<CostCentreCode, CostCentre> centres, CostCentreCode code, Validity when) {
    if (code.isSuspense()) {
      return null;
    }
    Instant covered = when.from();
    for (Span<CostCentreCode, CostCentre> span : centres.spans(code)) {
      if (span.when().from().isAfter(covered)) {
        break;
      }
      if (span.when().to() == null) {
        return null;
      }
      covered = span.when().to().isAfter(covered) ? span.when().to() : covered;
    }
    return when.to() == null || covered.isBefore(when.to()) ? covered : null;
  }

  /** The time that both hold; null for none. */
  static Validity common(Validity one, Validity other) {
    if (!one.overlaps(other)) {
      return null;
    }
    Instant from = one.from().isAfter(other.from()) ? one.from() : other.from();
    if (one.to() == null || other.to() == null) {
      return new Validity(from, one.to() == null ? other.to() : one.to());
    }
    return new Validity(from, one.to().isBefore(other.to()) ? one.to() : other.to());
  }
}
