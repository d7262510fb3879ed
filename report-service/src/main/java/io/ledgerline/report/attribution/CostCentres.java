package io.ledgerline.report.attribution;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.DraftFault;
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

  /**
   * The fault of a draft that names a cost centre which is not there all the time; null when it is.
   *
   * @param index which draft
   * @param code as it was written; null names none
   */
  public static DraftFault unknown(
      int index, Register<CostCentreCode, CostCentre> centres, String code, Validity when) {
    if (code == null) {
      return null;
    }
    Instant gap = isCode(code) ? gap(centres, new CostCentreCode(code), when) : when.from();
    return gap == null
        ? null
        : new DraftFault(
            index,
            "costCentre",
            "unknown-cost-centre",
            "There is no cost centre '%s' at %s.".formatted(code, gap));
  }

  /** Whether a text may be the code of a cost centre. */
  public static boolean isCode(String text) {
    try {
      return new CostCentreCode(text).code().equals(text);
    } catch (InvalidValueException e) {
      return false;
    }
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
