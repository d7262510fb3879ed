package io.ledgerline.benchmarks.rating;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.Accumulation;
import io.ledgerline.report.pricing.Band;
import io.ledgerline.report.pricing.Bands;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.GraduatedRate;
import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.PriceUnit;
import io.ledgerline.report.pricing.Rate;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.rating.BookPrices;
import io.ledgerline.report.rating.PeriodRating;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.rating.RatingTotals;
import io.ledgerline.report.rating.UsageLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * Usage and a price book in memory: fifty models, one in ten with a graduated price, half of them
 * under a name with a region's prefix, used by fifty accounts in every quarter hour. The usage is
 * the same whatever the number of prices. Not safe for several threads.
 */
public final class RatingLoad {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final int MODELS = 50;
  private static final int ACCOUNTS = 50;
  private static final int METERS_OF_A_MODEL = 2;
  private static final int ONE_IN = 10;
  private static final int PRIME = 7_919;

  private final RatingBooks books;
  private final List<UsageLine> lines;
  private final Instant to;

  private RatingLoad(RatingBooks books, List<UsageLine> lines, Instant to) {
    this.books = books;
    this.lines = lines;
    this.to = to;
  }

  /**
   * Makes it.
   *
   * @param prices how many, at least 100
   * @param quarters how many quarter hours of usage
   */
  public static RatingLoad of(int prices, int quarters) {
    return new RatingLoad(
        RatingBooks.of(new BookPrices(book(prices))),
        usage(quarters),
        FROM.plus(QUARTER.multipliedBy(quarters)));
  }

  /** The same usage, by another number of prices. */
  public RatingLoad withPrices(int prices) {
    return new RatingLoad(RatingBooks.of(new BookPrices(book(prices))), lines, to);
  }

  /** How many lines a pass rates. */
  public int lines() {
    return lines.size();
  }

  /**
   * Rates all of it once.
   *
   * @return what it costs
   * @throws IllegalStateException when a line has no price: something else would be measured
   */
  public BigDecimal pass() {
    RatingTotals totals = new RatingTotals();
    PeriodRating rating = new PeriodRating(books, FROM, to, totals);
    lines.forEach(rating::take);
    rating.end();
    if (!totals.unrated().isEmpty() || totals.ratedLines() != lines.size()) {
      throw new IllegalStateException("unrated: " + totals.unrated());
    }
    return totals.byCurrency().get("USD").billed();
  }

  private static PriceBook book(int prices) {
    List<Entry<PriceMatch, Tariff>> entries = new ArrayList<>();
    for (int i = 0; i < prices; i++) {
      int model = i / METERS_OF_A_MODEL;
      MeterName meter =
          i % METERS_OF_A_MODEL == 0 ? MeterName.INPUT_TOKENS : MeterName.OUTPUT_TOKENS;
      PriceMatch match =
          PriceMatch.of(ModelSelector.alias("amazon.model-" + model), meter, PriceClass.NONE);
      Tariff tariff =
          new Tariff(
              rate(model),
              new PriceUnit(BigDecimal.valueOf(1_000_000), "token"),
              Currency.getInstance("USD"));
      entries.add(
          new Entry<>(
              new UUID(0, i),
              match,
              tariff,
              Validity.ALWAYS,
              FROM,
              new Provenance("bench", "bench")));
    }
    return new PriceBook(new Register<>(FROM, entries));
  }

  private static Rate rate(int model) {
    BigDecimal price = BigDecimal.valueOf(25 + model, 1);
    if (model % ONE_IN != 0) {
      return new FlatRate(price);
    }
    BigDecimal limit = BigDecimal.valueOf(1000);
    return new GraduatedRate(
        new Bands(
            List.of(
                new Band(null, limit, price), new Band(limit, null, price.divide(BigDecimal.TWO)))),
        new Accumulation(
            Accumulation.Scope.SOURCE_ACCOUNT, Accumulation.Reset.MONTH, ZoneOffset.UTC));
  }

  private static List<UsageLine> usage(int quarters) {
    List<Dimensions> dimensions = new ArrayList<>();
    for (int account = 0; account < ACCOUNTS; account++) {
      for (int model = 0; model < MODELS; model++) {
        dimensions.add(
            dimensions(account, (model % 2 == 0 ? "" : "eu.") + "amazon.model-" + model));
      }
    }
    List<UsageLine> lines = new ArrayList<>();
    for (int quarter = 0; quarter < quarters; quarter++) {
      Instant time = FROM.plus(QUARTER.multipliedBy(quarter));
      for (Dimensions of : dimensions) {
        BigDecimal quantity = BigDecimal.valueOf(lines.size() * (long) PRIME % 100_000 + 1);
        lines.add(new UsageLine(time, of, MeterName.INPUT_TOKENS, quantity, 1));
        lines.add(new UsageLine(time, of, MeterName.OUTPUT_TOKENS, quantity, 1));
      }
    }
    return lines;
  }

  private static Dimensions dimensions(int account, String model) {
    return new Dimensions(
        "account-" + account,
        null,
        "workspace",
        "project-" + account,
        "aws.bedrock",
        model,
        "eu-central-1",
        "Converse",
        PriceClass.NONE);
  }
}
