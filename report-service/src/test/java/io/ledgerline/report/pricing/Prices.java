package io.ledgerline.report.pricing;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.imports.AwsSampleFormat;
import io.ledgerline.report.pricing.imports.PriceEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Prices for tests. */
public final class Prices {
  /** When all prices made here were learnt. */
  public static final Instant KNOWN = Instant.parse("2024-01-01T00:00:00Z");

  private Prices() {}

  /** A price per 1,000 for any provider, valid always. */
  public static Price perThousand(String model, MeterName meter, String rate) {
    return price(new PriceMatch(null, model, meter, PriceClass.NONE), rate, 1000, KNOWN);
  }

  /** A price for a class of images. */
  public static Price perImage(String model, Map<String, String> priceClass, String rate) {
    PriceMatch match = new PriceMatch(null, model, MeterName.IMAGES, PriceClass.of(priceClass));
    return price(match, rate, 1, KNOWN);
  }

  /** A price learnt at {@code knownSince}. */
  public static Price price(PriceMatch match, String rate, long per, Instant knownSince) {
    return new Price(
        UUID.nameUUIDFromBytes((match + rate + knownSince).getBytes(StandardCharsets.UTF_8)),
        match,
        new UnitPrice(new BigDecimal(rate), per, Money.usd()),
        Validity.ALWAYS,
        knownSince,
        "test",
        "test");
  }

  /** A book of the entries of a list in the AWS sample's format. */
  public static PriceBook bookOf(String csv) {
    return book(AwsSampleFormat.read(new StringReader(csv), Validity.ALWAYS).entries());
  }

  /** The shipped list, as text. */
  public static String shippedList() {
    try (InputStream in = Prices.class.getResourceAsStream("/price-lists/aws-sample.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The shipped book. */
  public static PriceBook shippedBook() {
    return bookOf(shippedList());
  }

  private static PriceBook book(List<PriceEntry> entries) {
    List<Price> prices =
        entries.stream()
            .map(
                e ->
                    new Price(
                        UUID.nameUUIDFromBytes(e.toString().getBytes(StandardCharsets.UTF_8)),
                        e.match(),
                        e.price(),
                        e.validity(),
                        KNOWN,
                        "test",
                        "test"))
            .toList();
    return new PriceBook(KNOWN, Money.usd(), prices);
  }
}
