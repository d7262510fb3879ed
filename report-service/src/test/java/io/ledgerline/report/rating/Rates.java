package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.pricing.Accumulation;
import io.ledgerline.report.pricing.Band;
import io.ledgerline.report.pricing.Bands;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.GraduatedRate;
import io.ledgerline.report.pricing.PackageRate;
import io.ledgerline.report.pricing.PriceUnit;
import io.ledgerline.report.pricing.Rate;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.VolumeRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Rates, usage and tariffs for tests. */
final class Rates {
  static final String GPT = "gpt-4o";
  static final Instant JANUARY = Instant.parse("2024-01-01T00:00:00Z");
  static final Instant FEBRUARY = Instant.parse("2024-02-01T00:00:00Z");

  private Rates() {}

  static Accumulation monthly(Accumulation.Scope scope) {
    return new Accumulation(scope, Accumulation.Reset.MONTH, ZoneId.of("UTC"));
  }

  static Rate flat(String price) {
    return new FlatRate(new BigDecimal(price));
  }

  static Rate blocks(String size, String price) {
    return new PackageRate(
        new BigDecimal(size), new BigDecimal(price), monthly(Accumulation.Scope.TENANT));
  }

  /** Bands from limits and prices in turn: price, limit, price, limit, price. */
  static Bands bands(String... pricesAndLimits) {
    List<Band> bands = new ArrayList<>();
    BigDecimal from = BigDecimal.ZERO;
    for (int i = 0; i < pricesAndLimits.length; i += 2) {
      boolean last = i + 1 == pricesAndLimits.length;
      BigDecimal to = last ? null : new BigDecimal(pricesAndLimits[i + 1]);
      bands.add(new Band(from, to, new BigDecimal(pricesAndLimits[i])));
      from = to;
    }
    return new Bands(bands);
  }

  static Rate graduated(String... pricesAndLimits) {
    return new GraduatedRate(bands(pricesAndLimits), monthly(Accumulation.Scope.TENANT));
  }

  static Rate volume(String... pricesAndLimits) {
    return new VolumeRate(bands(pricesAndLimits), monthly(Accumulation.Scope.TENANT));
  }

  static Tariff usd(Rate rate) {
    return usd(rate, "1");
  }

  static Tariff usd(Rate rate, String per) {
    return tariff(rate, per, "USD");
  }

  static Tariff tariff(Rate rate, String per, String currency) {
    return new Tariff(
        rate, new PriceUnit(new BigDecimal(per), "token"), Currency.getInstance(currency));
  }

  static Dimensions of(String account, String model) {
    return new Dimensions(account, null, null, null, "openai", model, null, null, PriceClass.NONE);
  }

  static UsageLine used(String time, String quantity) {
    return used(Instant.parse(time), quantity);
  }

  static UsageLine used(Instant time, String quantity) {
    return used(time, of("account", GPT), MeterName.INPUT_TOKENS, quantity);
  }

  static UsageLine used(Instant time, Dimensions dimensions, MeterName meter, String quantity) {
    return new UsageLine(time, dimensions, meter, new BigDecimal(quantity), 1);
  }
}
