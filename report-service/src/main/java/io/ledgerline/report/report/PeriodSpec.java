package io.ledgerline.report.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ledgerline.contracts.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;

/** A period as people name it; {@code type} tells the ways apart. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(PeriodSpec.Day.class),
  @JsonSubTypes.Type(PeriodSpec.Rolling24Hours.class),
  @JsonSubTypes.Type(PeriodSpec.Month.class),
  @JsonSubTypes.Type(PeriodSpec.Range.class)
})
public sealed interface PeriodSpec {
  /** The instants it stands for. */
  Period period();

  /**
   * A calendar day of a zone.
   *
   * @param day the date
   * @param zone whose calendar
   */
  @JsonTypeName("day")
  record Day(@JsonProperty("day") LocalDate day, @JsonProperty("zone") ZoneId zone)
      implements PeriodSpec {
    /** Checks that all is there. */
    public Day {
      Objects.requireNonNull(day, "day");
      Objects.requireNonNull(zone, "zone");
    }

    @Override
    public Period period() {
      return Period.ofDay(day, zone);
    }
  }

  /**
   * The 24 hours before an instant.
   *
   * @param until exclusive end
   * @param zone only named on the report
   */
  @JsonTypeName("rolling-24h")
  record Rolling24Hours(@JsonProperty("until") Instant until, @JsonProperty("zone") ZoneId zone)
      implements PeriodSpec {
    /** Checks that all is there. */
    public Rolling24Hours {
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(zone, "zone");
    }

    @Override
    public Period period() {
      return Period.last24Hours(until, zone);
    }
  }

  /**
   * A calendar month of a zone.
   *
   * @param month year and month
   * @param zone whose calendar
   */
  @JsonTypeName("month")
  record Month(@JsonProperty("month") YearMonth month, @JsonProperty("zone") ZoneId zone)
      implements PeriodSpec {
    /** Checks that all is there. */
    public Month {
      Objects.requireNonNull(month, "month");
      Objects.requireNonNull(zone, "zone");
    }

    @Override
    public Period period() {
      return Period.ofMonth(month, zone);
    }
  }

  /**
   * From one instant to another; dates were turned into instants when it was asked for.
   *
   * @param from inclusive
   * @param to exclusive
   * @param zone whose calendar dates were of; named on the report
   */
  @JsonTypeName("range")
  record Range(
      @JsonProperty("from") Instant from,
      @JsonProperty("to") Instant to,
      @JsonProperty("zone") ZoneId zone)
      implements PeriodSpec {
    /** Checks order and length as {@link Period} does. */
    public Range {
      Objects.requireNonNull(new Period(from, to, zone));
    }

    @Override
    public Period period() {
      return new Period(from, to, zone);
    }
  }
}
