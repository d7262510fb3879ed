package io.ledgerline.report.pricing.imports.litellm;

import java.util.Locale;

/** Why a cost field of the map is not in the book. */
public enum Reason {
  /** The map's own example of an entry. */
  SAMPLE_ENTRY(false, "The entry is the map's own example, not a model."),
  /** Databricks units. */
  OTHER_UNIT_OF_MONEY(
      false, "The price is in Databricks units; the entry states the same in US dollars."),
  /** Two fields, one price. */
  STATED_TWICE(false, "Another field of the entry states the same price for the same meter."),
  /** The entry prices one thing under two names. */
  PRICED_BY_ANOTHER_FIELD(
      false,
      "The map prices these seconds or pixels once, in another field of the entry; this one is not a"
          + " price of its own."),
  /** Neither the name nor the mode says what is counted. */
  UNCLEAR_METER(true, "The entry's mode does not say which seconds are meant."),
  /** Reserved capacity. */
  PROVISIONED_THROUGHPUT(
      true,
      "The price is for a second of a model unit that is paid for whether it is used or not; lay it"
          + " down for the ARN that it belongs to."),
  /** A table without its first band. */
  NO_PRICE_BELOW_THRESHOLD(
      true, "The entry states a price above a number of tokens but none up to it."),
  /** Limits that no rollup knows. */
  UNKNOWN_CONTEXT_BAND(
      true,
      "The number of tokens is not a step of the context ladder, by which requests are kept."),
  /** Ranges that leave something out or speak of it twice. */
  TIERS_WITH_GAP(true, "The tiers do not follow one another from 0 on, each with every price."),
  /** One entry against itself. */
  CONTRADICTION(true, "Two fields of the entry state different prices for the same meter."),
  /** Two entries against each other. */
  SAME_MATCH_OTHER_PRICE(
      true, "Another entry of the map states another price for the very same usage."),
  /** A unit that does not divide. */
  PER_DAY(true, "A price per day cannot be stated exactly per hour."),
  /** Nothing to match usage with. */
  NO_PROVIDER(true, "The entry does not say whose price it is."),
  /** A field that came after this version. */
  UNKNOWN_FIELD(true, "This version of Ledgerline does not know what the field prices.");

  private final boolean refused;
  private final String sentence;

  Reason(boolean refused, String sentence) {
    this.refused = refused;
    this.sentence = sentence;
  }

  /** Whether a price is lost; else the field holds none of its own. */
  public boolean isRefusal() {
    return refused;
  }

  /** For people. */
  public String sentence() {
    return sentence;
  }

  /** Stable kebab-case name. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
