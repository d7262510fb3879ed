package io.ledgerline.report.meter;

import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.usage.MeterName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A named quantity.
 *
 * @param name its name
 * @param unit of a counter what one of it is, of a gauge what a sample counts; singular
 * @param kind how it adds up
 * @param description what is counted, for people; null for none
 */
public record Meter(MeterName name, String unit, Kind kind, String description) {
  private static final int LONGEST_DESCRIPTION = 1000;
  private static final Pattern UNIT = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,30}");

  /** How a meter adds up; on the wire in lower case. */
  public enum Kind {
    /** What is used adds up. */
    COUNTER,
    /** Samples of what is there, weighted by the time for which they hold. */
    GAUGE;

    /** As it is told. */
    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that name; {@code unknown-meter-kind} when there is none. */
    public static Kind of(String text) {
      return Arrays.stream(values())
          .filter(kind -> kind.wireName().equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new InvalidValueException(
                      "kind", "unknown-meter-kind", "'kind' is 'counter' or 'gauge'."));
    }
  }

  /** Checks the form. */
  public Meter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    unit = Texts.required("unit", unit, Texts.MAX_NAME);
    if (!UNIT.matcher(unit).matches()) {
      throw new InvalidValueException(
          "unit",
          "invalid-unit",
          "A unit is one word of up to 31 letters and digits, singular, such as token or GB.");
    }
    description = Texts.optional("description", description, LONGEST_DESCRIPTION);
  }

  /** The unit in which its quantities are summed and, unless another fits too, priced. */
  public String summedUnit() {
    return kind == Kind.GAUGE ? unit + UnitHours.SUFFIX : unit;
  }
}
