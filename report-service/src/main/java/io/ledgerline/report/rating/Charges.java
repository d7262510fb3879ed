package io.ledgerline.report.rating;

import io.ledgerline.report.pricing.Band;
import io.ledgerline.report.pricing.Bands;
import io.ledgerline.report.pricing.PackageRate;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a sum costs by a banded rate: functions of the whole sum in the meter's own unit, in which
 * limits and blocks are stated too, however many units a price buys. A line costs the difference
 * that it makes.
 */
final class Charges {
  private Charges() {}

  /** Begun blocks in full. */
  static BigDecimal ofPackages(PackageRate rate, BigDecimal sum) {
    return sum.divide(rate.size(), 0, RoundingMode.CEILING).multiply(rate.price());
  }

  /** Each part of the sum at the price of the band it lies in, as if that were for one unit. */
  static BigDecimal graduated(Bands bands, BigDecimal sum) {
    BigDecimal charge = BigDecimal.ZERO;
    for (Band band : bands.list()) {
      BigDecimal end = band.to() == null ? sum : band.to().min(sum);
      charge = charge.add(end.subtract(band.from()).multiply(band.price()));
      if (end.compareTo(sum) == 0) {
        break;
      }
    }
    return charge;
  }
}
