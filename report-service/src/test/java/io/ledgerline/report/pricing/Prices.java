package io.ledgerline.report.pricing;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.imports.AwsSampleFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Prices for tests. */
public final class Prices {
  /** When all prices made here were learnt. */
  public static final Instant KNOWN = Instant.parse("2024-01-01T00:00:00Z");

  private Prices() {}

  /** A price per 1,000 tokens for any provider, valid always. */
  public static Entry<PriceMatch, Tariff> perThousand(String model, MeterName meter, String rate) {
    return price(alias(model, meter, PriceClass.NONE), rate, 1000, KNOWN);
  }

  /** A match of a model by any of its names, for any provider. */
  public static PriceMatch alias(String model, MeterName meter, PriceClass priceClass) {
    return PriceMatch.of(ModelSelector.alias(model), meter, priceClass);
  }

  /** A flat price of {@code per} tokens learnt at {@code knownSince}, valid always. */
  public static Entry<PriceMatch, Tariff> price(
      PriceMatch match, String rate, long per, Instant knownSince) {
    return entry(match, flat(rate, per), Validity.ALWAYS, knownSince);
  }

  /** So many dollars for {@code per} tokens. */
  public static Tariff flat(String rate, long per) {
    return new Tariff(
        new FlatRate(new BigDecimal(rate)),
        new PriceUnit(BigDecimal.valueOf(per), "token"),
        Money.usd());
  }

  /** An entry whose id follows from what it says. */
  public static Entry<PriceMatch, Tariff> entry(
      PriceMatch match, Tariff tariff, Validity validity, Instant knownSince) {
    String identity = "%s %s %s %s".formatted(match, tariff, validity, knownSince);
    return new Entry<>(
        UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)),
        match,
        tariff,
        validity,
        knownSince,
        new Provenance("test", "test"));
  }

  /** A book of entries, as known at {@code knownAt}. */
  public static PriceBook book(Instant knownAt, Collection<Entry<PriceMatch, Tariff>> entries) {
    return new PriceBook(new Register<>(knownAt, entries));
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

  private static PriceBook book(List<Draft<PriceMatch, Tariff>> drafts) {
    return book(
        KNOWN, drafts.stream().map(d -> entry(d.key(), d.value(), d.validity(), KNOWN)).toList());
  }
}
