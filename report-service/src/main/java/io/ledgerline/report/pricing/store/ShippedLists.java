package io.ledgerline.report.pricing.store;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.imports.AwsSampleFormat;
import io.ledgerline.report.pricing.imports.PriceList;
import io.ledgerline.report.pricing.imports.litellm.LitellmFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** The price lists that come with Ledgerline, on the class path. */
final class ShippedLists {
  private static final String MODEL_MAP = "/price-lists/litellm-model-map.json.gz";
  private static final Pattern GEOGRAPHY =
      Pattern.compile("^(us|eu|apac|global|us-gov|jp|au|ca|sa)\\.");
  private static final String AWS_SAMPLE = "/price-lists/aws-sample.csv";

  private ShippedLists() {}

  /**
   * A list and what the book says of where it comes from.
   *
   * @param source for people: file, origin, date and licence
   * @param list its prices
   */
  record Shipped(String source, PriceList list) {
    Shipped {
      if (!list.isSound()) {
        throw new IllegalStateException(source + " has faults: " + list.faults());
      }
    }
  }

  /**
   * All of them. Where the AWS sample prices a model, it alone does, in every region and under
   * every prefix: a daily report by the shipped book says what the sample's own program says.
   */
  static List<Shipped> all() {
    PriceList sample = awsSample();
    Set<Priced> bySample =
        sample.entries().stream().map(draft -> Priced.of(draft.key())).collect(Collectors.toSet());
    return List.of(
        new Shipped(
            "LiteLLM model map, copy of 2026-08-06 (MIT)",
            modelMap().without(match -> bySample.contains(Priced.of(match)))),
        new Shipped("AWS sample price list model_price.csv, commit 07e6644 (MIT-0)", sample));
  }

  /**
   * What a price is for, wherever it was used.
   *
   * @param provider the family
   * @param model its id at the provider, without path and geography
   * @param meter what is counted
   */
  private record Priced(String provider, String model, MeterName meter) {
    static Priced of(PriceMatch match) {
      String name = match.model().text();
      String last = name.substring(name.lastIndexOf('/') + 1);
      return new Priced(match.provider(), GEOGRAPHY.matcher(last).replaceFirst(""), match.meter());
    }
  }

  private static PriceList modelMap() {
    try (InputStream packed = ShippedLists.class.getResourceAsStream(MODEL_MAP);
        InputStream json = new GZIPInputStream(packed)) {
      return LitellmFormat.read(json, Validity.ALWAYS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PriceList awsSample() {
    try (InputStream in = ShippedLists.class.getResourceAsStream(AWS_SAMPLE);
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return AwsSampleFormat.read(text, Validity.ALWAYS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
