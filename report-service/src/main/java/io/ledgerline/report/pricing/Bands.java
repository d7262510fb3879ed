package io.ledgerline.report.pricing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerline.contracts.InvalidValueException;
import java.math.BigDecimal;
import java.util.List;

/**
 * A band table without gaps or overlaps: it begins at 0, each band begins where the one before
 * ends, the last is open.
 *
 * @param list 1 to 100 bands in rising order
 */
public record Bands(@JsonValue List<Band> list) {
  private static final int MOST = 100;

  /** Checks how they lie to one another. */
  @JsonCreator
  public Bands {
    if (list == null || list.isEmpty() || list.size() > MOST) {
      throw fault("a table has 1 to " + MOST + " bands.");
    }
    list = List.copyOf(list);
    BigDecimal end = BigDecimal.ZERO;
    for (Band band : list) {
      if (end == null || band.from().compareTo(end) != 0) {
        throw fault(
            "a band begins where the one before ends, the first at 0; this one begins at "
                + band.from().toPlainString()
                + (end == null
                    ? " after an open one."
                    : " instead of " + end.toPlainString() + "."));
      }
      if (band.to() != null && band.to().compareTo(band.from()) <= 0) {
        throw fault("a band ends above its beginning.");
      }
      end = band.to();
    }
    if (end != null) {
      throw fault("the last band is open: it has no 'to'.");
    }
  }

  /** The band that {@code quantity} lies in; what is below 0 lies in the first. */
  public Band of(BigDecimal quantity) {
    for (Band band : list) {
      if (band.to() == null || quantity.compareTo(band.to()) <= 0) {
        return band;
      }
    }
    throw new IllegalStateException("the last band is open");
  }

  private static InvalidValueException fault(String detail) {
    return new InvalidValueException("bands", "invalid-bands", "Bands: " + detail);
  }
}
