package io.ledgerline.report.report.sheet;

import io.ledgerline.contracts.Period;
import io.ledgerline.report.pricing.UnratedReason;
import io.ledgerline.report.report.RunTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * What a page says beside its tables. May grow until the page is closed. Not safe for several
 * threads.
 */
public final class PageStory {
  private static final int CURRENCY = 3;
  private static final int MOST_NAMES = 10;

  private final String title;
  private final String subtitle;
  private final List<Fact> facts = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Chart> charts = new ArrayList<>();

  private final Set<String> explained = new HashSet<>();
  private String allRowsIn;
  private String period;

  private final List<String> remarks = new ArrayList<>();
  private final List<Fact> figures = new ArrayList<>();

  record Fact(String label, String value) {}

  /** A page about a period, which stands below its title in words. */
  public static PageStory of(String title, String subtitle, Period period) {
    PageStory story = new PageStory(title, subtitle);
    story.period = PeriodText.of(period);
    return story
        .fact("From", period.from().atZone(period.zone()).toOffsetDateTime().toString())
        .fact("To (exclusive)", period.to().atZone(period.zone()).toOffsetDateTime().toString())
        .fact("Time zone", period.zone().getId());
  }

  /** A page with a title and a line below it. */
  public PageStory(String title, String subtitle) {
    this.title = Objects.requireNonNull(title, "title");
    this.subtitle = Objects.requireNonNull(subtitle, "subtitle");
  }

  /** Adds a number that people look for first: rounded, with thousands apart. */
  public PageStory figure(String label, BigDecimal value, String unit) {
    String number =
        unit.length() == CURRENCY
            ? HtmlText.money(value) + " " + unit
            : (HtmlText.number(value) + " " + unit).strip();
    figures.add(new Fact(label, number));
    return this;
  }

  /** Adds a count that people look for first. */
  public PageStory figure(String label, long count) {
    return figure(label, BigDecimal.valueOf(count), "");
  }

  /** Adds a number that is to be had exactly, below the tables. */
  public PageStory exact(String label, BigDecimal value, String unit) {
    return fact(label, (HtmlText.grouped(value) + " " + unit).strip());
  }

  /** Says how much usage is not in the costs, and of which models. */
  public PageStory unrated(RunTotals totals) {
    long events = totals.unrated().events();
    if (events == 0) {
      return this;
    }
    List<String> models = totals.unrated().models().stream().filter(m -> !m.isEmpty()).toList();
    String whose =
        models.isEmpty()
            ? ""
            : " Models: %s%s."
                .formatted(
                    String.join(", ", models.subList(0, Math.min(MOST_NAMES, models.size()))),
                    models.size() > MOST_NAMES ? " and others" : "");
    Long samples = totals.unrated().reasons().get(UnratedReason.NOT_TIME_WEIGHTED.wireName());
    return note(
        String.format(
            Locale.ROOT,
            "%,d %s usage without a price, which is not in the cost.%s%s",
            events,
            events == 1 ? "event has" : "events have",
            whose,
            samples == null ? "" : " Samples of gauges are priced in the report 'capacity'."));
  }

  /** Adds a number or name that tells how the report was made. */
  public PageStory fact(String label, String value) {
    facts.add(new Fact(label, value));
    return this;
  }

  /** Adds a sentence that must not be overlooked. */
  public PageStory note(String sentence) {
    notes.add(sentence);
    return this;
  }

  /** Adds a sentence that helps to read the tables. */
  public PageStory remark(String sentence) {
    remarks.add(sentence);
    return this;
  }

  /** Adds bars. */
  public PageStory chart(Chart chart) {
    charts.add(chart);
    return this;
  }

  /** Says which file has all rows of the first sheet, where none of the sheets' own does. */
  public PageStory allRowsIn(String file) {
    allRowsIn = file;
    return this;
  }

  /** Says that the rows of a sheet are the run's lines, which {@code lines/1} and so on explain. */
  public PageStory linesIn(SheetSpec sheet) {
    explained.add(sheet.name());
    return this;
  }

  boolean hasLinesIn(SheetSpec sheet) {
    return explained.contains(sheet.name());
  }

  String allRowsIn() {
    return allRowsIn;
  }

  String title() {
    return title;
  }

  String subtitle() {
    return subtitle;
  }

  /** In words; null where the story is not of a period. */
  String period() {
    return period;
  }

  List<String> remarks() {
    return remarks;
  }

  List<Fact> figures() {
    return figures;
  }

  List<Fact> facts() {
    return facts;
  }

  List<String> notes() {
    return notes;
  }

  List<Chart> charts() {
    return charts;
  }
}
