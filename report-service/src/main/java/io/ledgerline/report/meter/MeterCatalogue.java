package io.ledgerline.report.meter;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The meters of a tenant: those that everybody has, and its own. Immutable. */
public final class MeterCatalogue {
  /** Those that everybody has. */
  public static final MeterCatalogue BUILT_IN = new MeterCatalogue(BuiltInMeters.all());

  private final SortedMap<MeterName, Meter> meters;

  private MeterCatalogue(Collection<Meter> meters) {
    SortedMap<MeterName, Meter> byName = new TreeMap<>();
    meters.forEach(meter -> byName.put(meter.name(), meter));
    this.meters = Collections.unmodifiableSortedMap(byName);
  }

  /** These and {@code own}; a name that is there already keeps its meaning. */
  public MeterCatalogue with(Collection<Meter> own) {
    SortedMap<MeterName, Meter> all = new TreeMap<>();
    own.forEach(meter -> all.put(meter.name(), meter));
    all.putAll(meters);
    return new MeterCatalogue(all.values());
  }

  /** All meters by name. */
  public List<Meter> all() {
    return List.copyOf(meters.values());
  }

  /** The names of all gauges. */
  public Set<MeterName> gauges() {
    return meters.values().stream()
        .filter(meter -> meter.kind() == Meter.Kind.GAUGE)
        .map(Meter::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The meter of that name. */
  public Optional<Meter> find(MeterName name) {
    return Optional.ofNullable(meters.get(name));
  }

  /**
   * What a sum of a meter is multiplied by to be in a price's unit: 1 for counters, for gauges the
   * exact ratio of unit-hours.
   *
   * @param unit such as {@code token} or {@code GB-hour}
   * @throws InvalidValueException {@code unknown-meter} or {@code unknown-unit}
   */
  public BigDecimal factor(MeterName name, String unit) {
    Meter meter =
        find(name)
            .orElseThrow(
                () ->
                    new InvalidValueException(
                        "meter",
                        "unknown-meter",
                        "There is no meter '" + name + "'; POST /api/v1/meters adds one."));
    Optional<BigDecimal> factor =
        meter.kind() == Meter.Kind.GAUGE
            ? UnitHours.factor(meter.unit(), unit)
            : Optional.of(BigDecimal.ONE).filter(one -> meter.unit().equals(unit));
    return factor.orElseThrow(
        () ->
            new InvalidValueException(
                "unit",
                "unknown-unit",
                "'" + name + "' is priced per " + String.join(", ", units(meter)) + "."));
  }

  /** Checks that a meter can be priced per {@code unit}; see {@link #factor}. */
  public void check(MeterName name, String unit) {
    factor(name, unit);
  }

  /** The units that a meter can be priced in, its own first. */
  public static List<String> units(Meter meter) {
    return meter.kind() == Meter.Kind.GAUGE ? UnitHours.of(meter.unit()) : List.of(meter.unit());
  }
}
