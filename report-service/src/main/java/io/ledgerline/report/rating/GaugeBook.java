package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.gauge.Weightings;
import io.ledgerline.report.meter.Meter;
import io.ledgerline.report.meter.MeterCatalogue;
import io.ledgerline.report.meter.UnitHours;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What rating knows of gauges: meters that have a cost by the time for which something is there.
 *
 * @param units what a sample of each gauge counts
 * @param weightings how samples are weighted by time
 * @param weighted whether usage of gauges is told in unit-hours; else it is sums of samples, which
 *     no price is for
 */
public record GaugeBook(Map<MeterName, String> units, Weightings weightings, boolean weighted) {
  /** The gauges that everybody has, weighted as they are when nobody says otherwise. */
  public static final GaugeBook BUILT_IN =
      of(MeterCatalogue.BUILT_IN, new Weightings(MeterCatalogue.BUILT_IN.gauges(), Map.of()));

  /** Copies. */
  public GaugeBook {
    units = Map.copyOf(units);
    Objects.requireNonNull(weightings, "weightings");
  }

  /** The gauges of a catalogue, whose usage is not weighted yet. */
  public static GaugeBook of(MeterCatalogue catalogue, Weightings weightings) {
    Map<MeterName, String> units = new HashMap<>();
    for (Meter meter : catalogue.all()) {
      if (meter.kind() == Meter.Kind.GAUGE) {
        units.put(meter.name(), meter.unit());
      }
    }
    return new GaugeBook(units, weightings, false);
  }

  /** The gauges. */
  public Set<MeterName> meters() {
    return units.keySet();
  }

  /** Whether a meter is a gauge. */
  public boolean has(MeterName meter) {
    return units.containsKey(meter);
  }

  /** A gauge's price, for unit-hours in the gauge's own unit; any other price as it is. */
  PricedBy scaled(MeterName meter, PricedBy price) {
    String unit = units.get(meter);
    return unit == null || price == null
        ? price
        : UnitHours.factor(unit, price.tariff().unit().unit())
            .filter(factor -> factor.compareTo(BigDecimal.ONE) != 0)
            .map(price::scaled)
            .orElse(price);
  }

  GaugeBook withWeighted() {
    return new GaugeBook(units, weightings, true);
  }
}
