package io.ledgerline.report.pricing.imports.litellm;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.Band;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.RequestSizeRate;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.imports.PriceList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Model maps for tests, and their prices in a line each. */
final class Maps {
  private Maps() {}

  static PriceList read(String json) {
    return LitellmFormat.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Validity.ALWAYS);
  }

  /** A map with one entry of OpenAI. */
  static PriceList entry(String key, String fields) {
    return read("{\"" + key + "\":{\"litellm_provider\":\"openai\"," + fields + "}}");
  }

  /** The shipped map, as it is. */
  static byte[] shipped() {
    try (InputStream in =
        new GZIPInputStream(
            Maps.class.getResourceAsStream("/price-lists/litellm-model-map.json.gz"))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code model meter class price/per unit}, bands as {@code price|step:price}. */
  static List<String> lines(PriceList list) {
    return list.entries().stream().map(Maps::line).toList();
  }

  /** The same for one model. */
  static List<String> lines(PriceList list, String model) {
    return list.entries().stream()
        .filter(draft -> model.equals(draft.key().model().text()))
        .map(draft -> line(draft).substring(model.length() + 1))
        .toList();
  }

  private static String line(Draft<PriceMatch, Tariff> draft) {
    PriceMatch match = draft.key();
    String priceClass = match.priceClass().toString();
    return match.model().text()
        + " "
        + match.meter()
        + (priceClass.isEmpty() ? "" : " " + priceClass)
        + " "
        + rate(draft.value())
        + "/"
        + draft.value().unit().per().toPlainString()
        + " "
        + draft.value().unit().unit();
  }

  private static String rate(Tariff tariff) {
    return switch (tariff.rate()) {
      case FlatRate flat -> flat.price().toPlainString();
      case RequestSizeRate bySize ->
          bySize.bands().list().stream().map(Maps::band).collect(Collectors.joining("|"));
      default -> throw new IllegalStateException("the map has no such rates");
    };
  }

  private static String band(Band band) {
    String price = band.price().toPlainString();
    return band.from().signum() == 0 ? price : band.from().toPlainString() + ":" + price;
  }
}
