package io.ledgerline.report.meter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.meter.Meter;
import io.ledgerline.report.meter.MeterCatalogue;
import java.util.List;

/**
 * A meter as the API shows it.
 *
 * @param name its name
 * @param unit of a counter what one of it is, of a gauge what a sample counts
 * @param kind {@code counter} or {@code gauge}
 * @param description what is counted; absent when nobody said
 * @param pricedPer the units that its prices may be per
 * @param builtIn whether every tenant has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeterView(
    String name,
    String unit,
    String kind,
    String description,
    List<String> pricedPer,
    boolean builtIn) {
  static MeterView of(Meter meter) {
    return new MeterView(
        meter.name().value(),
        meter.unit(),
        meter.kind().wireName(),
        meter.description(),
        MeterCatalogue.units(meter),
        MeterCatalogue.BUILT_IN.find(meter.name()).isPresent());
  }
}
