package io.ledgerline.report.pricing.store;

import io.ledgerline.report.book.Validity;
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
import java.util.zip.GZIPInputStream;

/** The price lists that come with Ledgerline, on the class path. */
final class ShippedLists {
  private static final String MODEL_MAP = "/price-lists/litellm-model-map.json.gz";
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

  /** All of them, in the order in which they are learnt: where two state a price, the last wins. */
  static List<Shipped> all() {
    return List.of(
        new Shipped("LiteLLM model map, copy of 2026-08-06 (MIT)", modelMap()),
        new Shipped("AWS sample price list model_price.csv, commit 07e6644 (MIT-0)", awsSample()));
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
