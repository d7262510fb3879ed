package io.ledgerline.report.pricing.rest;

import io.ledgerline.report.pricing.Band;
import io.ledgerline.report.pricing.Bands;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.GraduatedRate;
import io.ledgerline.report.pricing.PackageRate;
import io.ledgerline.report.pricing.Rate;
import io.ledgerline.report.pricing.RequestSizeRate;
import io.ledgerline.report.pricing.VolumeRate;
import java.util.stream.Collectors;

/**
 * A rate in a few words, for lists of changes: {@code 0.0000025}, or {@code request-size 0.000003,
 * above 200000 0.000006}.
 */
final class RateText {
  private RateText() {}

  static String of(Rate rate) {
    return switch (rate) {
      case FlatRate flat -> flat.price().toPlainString();
      case PackageRate blocks ->
          "package " + blocks.price().toPlainString() + " for " + blocks.size().toPlainString();
      case GraduatedRate graduated -> "graduated " + bands(graduated.bands());
      case VolumeRate volume -> "volume " + bands(volume.bands());
      case RequestSizeRate bySize -> "request-size " + bands(bySize.bands());
    };
  }

  private static String bands(Bands bands) {
    return bands.list().stream().map(RateText::band).collect(Collectors.joining(", "));
  }

  private static String band(Band band) {
    String price = band.price().toPlainString();
    return band.from().signum() == 0 ? price : "above " + band.from().toPlainString() + " " + price;
  }
}
