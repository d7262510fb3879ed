package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Price books for tests.
 *
 * @param entries the prices
 * @param lookup the book of those known at the instant asked for
 */
record PlainPrices(List<Entry<PriceMatch, Tariff>> entries, PriceLookup lookup) {
  static final Instant KNOWN = Instant.parse("2023-01-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2030-01-01T00:00:00Z");

  private PlainPrices(List<Entry<PriceMatch, Tariff>> entries, Instant knownAt) {
    this(entries, new BookPrices(new PriceBook(new Register<>(knownAt, entries))));
  }

  static PlainPrices none() {
    return new PlainPrices(List.of(), LATE);
  }

  /** A price of input tokens of the usual model, always valid. */
  static PlainPrices of(Tariff tariff) {
    return none().with(Rates.GPT, MeterName.INPUT_TOKENS, tariff, Validity.ALWAYS, KNOWN);
  }

  PlainPrices from(String validFrom, Tariff tariff) {
    return with(
        Rates.GPT,
        MeterName.INPUT_TOKENS,
        tariff,
        new Validity(Instant.parse(validFrom), null),
        KNOWN.plusSeconds(entries.size()));
  }

  PlainPrices with(
      String model, MeterName meter, Tariff tariff, Validity validity, Instant knownSince) {
    List<Entry<PriceMatch, Tariff>> more = new ArrayList<>(entries);
    String name = model + meter + tariff + validity + knownSince;
    more.add(
        new Entry<>(
            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
            PriceMatch.of(ModelSelector.exact(model), meter, PriceClass.NONE),
            tariff,
            validity,
            knownSince,
            new Provenance("test", "test")));
    return new PlainPrices(more, LATE);
  }

  PlainPrices knownAt(Instant knownAt) {
    return new PlainPrices(entries, knownAt);
  }

  RatingBooks books() {
    return RatingBooks.of(lookup);
  }
}
