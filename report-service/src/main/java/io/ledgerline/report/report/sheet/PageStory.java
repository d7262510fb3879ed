package io.ledgerline.report.report.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a page says beside its tables. May grow until the page is closed. Not safe for several
 * threads.
 */
public final class PageStory {
  private final String title;
  private final String subtitle;
  private final List<Fact> facts = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Chart> charts = new ArrayList<>();

  private final Set<String> explained = new HashSet<>();
  private String allRowsIn;

  record Fact(String label, String value) {}

  /** A page with a title and a line below it. */
  public PageStory(String title, String subtitle) {
    this.title = Objects.requireNonNull(title, "title");
    this.subtitle = Objects.requireNonNull(subtitle, "subtitle");
  }

  /** Adds a number or name that belongs on top. */
  public PageStory fact(String label, String value) {
    facts.add(new Fact(label, value));
    return this;
  }

  /** Adds a sentence that must not be overlooked. */
  public PageStory note(String sentence) {
    notes.add(sentence);
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
