package io.ledgerline.report.pricing.rest;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.pricing.Band;
import io.ledgerline.report.pricing.Bands;
import java.math.BigDecimal;
import java.util.List;

/**
 * A band; numbers or decimal texts.
 *
 * @param from above this; absent for 0
 * @param to up to and with this; absent for the last band, which is open
 * @param price of a unit in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BandBody(
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal from,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal to,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal price) {
  static Bands bands(List<BandBody> bands) {
    return new Bands(bands == null ? List.of() : bands.stream().map(BandBody::band).toList());
  }

  private static Band band(BandBody body) {
    if (body == null) {
      throw new InvalidValueException("bands", "invalid-bands", "Each of 'bands' has a 'price'.");
    }
    return new Band(body.from, body.to, body.price);
  }

  static List<BandBody> of(Bands bands) {
    return bands.list().stream()
        .map(band -> new BandBody(band.from(), band.to(), band.price()))
        .toList();
  }
}
