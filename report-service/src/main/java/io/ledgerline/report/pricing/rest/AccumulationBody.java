package io.ledgerline.report.pricing.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.pricing.Accumulation;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a banded price adds up over.
 *
 * @param scope {@code tenant}, {@code cost-centre}, {@code source-account}, {@code workspace},
 *     {@code project} or {@code principal}
 * @param reset {@code day}, {@code month}, {@code quarter} or {@code year}
 * @param zone whose calendar that is; absent for UTC
 */
public record AccumulationBody(String scope, String reset, String zone) {
  private static final String UTC = "UTC";

  Accumulation accumulation() {
    return new Accumulation(
        named("over.scope", scope, Accumulation.Scope.class),
        named("over.reset", reset, Accumulation.Reset.class),
        zoneId());
  }

  static AccumulationBody of(Accumulation over) {
    return new AccumulationBody(text(over.scope()), text(over.reset()), over.zone().getId());
  }

  private ZoneId zoneId() {
    try {
      return ZoneId.of(zone == null ? UTC : zone);
    } catch (DateTimeException e) {
      throw new InvalidValueException(
          "over.zone", "unknown-zone", "'over.zone' is a zone of the IANA data base.");
    }
  }

  private static <E extends Enum<E>> E named(String field, String name, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> text(value).equals(text(name)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    field,
                    name == null ? "missing" : "unknown-value",
                    "'%s' is one of %s."
                        .formatted(
                            field,
                            Arrays.stream(type.getEnumConstants())
                                .map(AccumulationBody::text)
                                .collect(Collectors.joining(", ")))));
  }

  private static String text(Enum<?> value) {
    return text(value.name());
  }

  private static String text(String name) {
    return name == null ? "" : name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
