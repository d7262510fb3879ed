package io.ledgerline.report.pricing.rest;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.currency.Currencies;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.GraduatedRate;
import io.ledgerline.report.pricing.PackageRate;
import io.ledgerline.report.pricing.PriceUnit;
import io.ledgerline.report.pricing.Rate;
import io.ledgerline.report.pricing.RequestSizeRate;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.VolumeRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * How much; amounts are numbers or decimal texts.
 *
 * @param rateType {@code flat}, {@code package}, {@code graduated}, {@code volume} or {@code
 *     request-size}; absent for flat
 * @param rate price of {@code per} units, or of a package; absent where bands say it
 * @param size units in a package (100 images, say); for packages only
 * @param bands for graduated, volume and request-size rates only
 * @param over what is added up; for package, graduated and volume rates only
 * @param per units that the rate buys; absent for 1
 * @param unit their name, such as {@code token}
 * @param currency ISO 4217
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TariffBody(
    String rateType,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal rate,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal size,
    List<BandBody> bands,
    AccumulationBody over,
    BigDecimal per,
    String unit,
    String currency) {
  private static final Set<String> TYPES =
      Set.of("flat", "package", "graduated", "volume", "request-size");

  Tariff tariff() {
    return new Tariff(rateOfType(), new PriceUnit(per, unit), Currencies.of("currency", currency));
  }

  /** As it is entered. */
  public static TariffBody of(Tariff tariff) {
    BigDecimal per = tariff.unit().per();
    String unit = tariff.unit().unit();
    String currency = tariff.currency().getCurrencyCode();
    return switch (tariff.rate()) {
      case FlatRate flat ->
          new TariffBody("flat", flat.price(), null, null, null, per, unit, currency);
      case PackageRate blocks ->
          new TariffBody(
              "package",
              blocks.price(),
              blocks.size(),
              null,
              AccumulationBody.of(blocks.over()),
              per,
              unit,
              currency);
      case GraduatedRate rate ->
          new TariffBody(
              "graduated",
              null,
              null,
              BandBody.of(rate.bands()),
              AccumulationBody.of(rate.over()),
              per,
              unit,
              currency);
      case VolumeRate rate ->
          new TariffBody(
              "volume",
              null,
              null,
              BandBody.of(rate.bands()),
              AccumulationBody.of(rate.over()),
              per,
              unit,
              currency);
      case RequestSizeRate rate ->
          new TariffBody(
              "request-size", null, null, BandBody.of(rate.bands()), null, per, unit, currency);
    };
  }

  /** What a rate has no use for was meant for another: to pass over it would charge wrongly. */
  private void refuseStray(String type) {
    boolean banded = type.equals("graduated") || type.equals("volume");
    boolean blocks = type.equals("package");
    refuse("rate", rate, blocks || type.equals("flat"), type);
    refuse("size", size, blocks, type);
    refuse("bands", bands, banded || type.equals("request-size"), type);
    refuse("over", over, banded || blocks, type);
  }

  private static void refuse(String field, Object value, boolean isMeant, String type) {
    if (value != null && !isMeant) {
      throw new InvalidValueException(
          field,
          "unexpected-field",
          "A rate of type '%s' has no '%s'; 'rateType' says which it is.".formatted(type, field));
    }
  }

  private Rate rateOfType() {
    try {
      String type = rateType == null ? "flat" : rateType;
      if (TYPES.contains(type)) {
        refuseStray(type);
      }
      return rateOf(type);
    } catch (InvalidValueException e) {
      // What rates call their price is 'rate' here, except in bands.
      throw e.field().equals("price") && bands == null
          ? new InvalidValueException("rate", e.code(), e.detail())
          : e;
    }
  }

  private Rate rateOf(String type) {
    return switch (type) {
      case "flat" -> new FlatRate(price());
      case "package" -> new PackageRate(size, price(), required().accumulation());
      case "graduated" -> new GraduatedRate(BandBody.bands(bands), required().accumulation());
      case "volume" -> new VolumeRate(BandBody.bands(bands), required().accumulation());
      case "request-size" -> new RequestSizeRate(BandBody.bands(bands));
      default ->
          throw new InvalidValueException(
              "rateType",
              "unknown-value",
              "'rateType' is flat, package, graduated, volume or request-size.");
    };
  }

  private BigDecimal price() {
    if (rate == null) {
      throw new InvalidValueException(
          "rate", "missing", "'rate' is required: the price as decimal text; 0 means free.");
    }
    return rate;
  }

  private AccumulationBody required() {
    if (over == null) {
      throw new InvalidValueException(
          "over",
          "missing",
          "'over' is required: what such a rate adds up over, and when it starts anew.");
    }
    return over;
  }
}
