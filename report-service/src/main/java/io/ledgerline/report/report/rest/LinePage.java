package io.ledgerline.report.report.rest;

import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.sheet.HtmlPage;
import io.ledgerline.report.report.sheet.HtmlPage.Cell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a line is made of, as a page for people: the line itself, then prices, rollups and events.
 */
final class LinePage {
  private final LineView line;
  private final HtmlPage page;

  LinePage(ReportRun run, LineView line) {
    this.line = line;
    this.page =
        new HtmlPage(
            title(line),
            "What this line of the report '%s' is made of, from the ledger itself."
                .formatted(run.request().kind()));
    page.figures(Map.of("Charge, exact", line.charge() + " " + line.currency()));
    if (!line.unrated().isEmpty()) {
      page.note(
          "Some usage of this line has no price and is not in its charge: "
              + String.join(", ", line.unrated().keySet()));
    }
    cells();
    charges();
    unrated();
    made(run);
  }

  private static String title(LineView line) {
    return line.table() == null
        ? "Line " + line.line()
        : "Line " + line.line() + " of " + line.table();
  }

  private void cells() {
    Map<String, Cell> facts = new LinkedHashMap<>();
    line.cells()
        .forEach(
            (name, value) -> facts.put(label(name), Cell.text(value.isEmpty() ? null : value)));
    page.heading("line", "As it stands in the report").facts(facts);
  }

  /** {@code input_tokens} as people say it. */
  private static String label(String column) {
    String words = column.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private void made(ReportRun run) {
    Map<String, Cell> facts = new LinkedHashMap<>();
    facts.put("Run", Cell.link(run.id(), "/api/v1/report-runs/" + run.id()));
    facts.put("Ledger up to seal", Cell.text(line.watermark()));
    facts.put("Prices as known at", Cell.text(line.priceBookAt()));
    page.facts(facts);
  }

  private void charges() {
    if (line.charges().isEmpty()) {
      return;
    }
    page.table(
        "charges",
        "Prices and charges",
        List.of(
            Cell.text("Meter"),
            Cell.number("Quantity"),
            Cell.number("Rate"),
            Cell.text("Per"),
            Cell.text("Price"),
            Cell.text("Found by"),
            Cell.number("List cost"),
            Cell.text("Discount"),
            Cell.text("Markup"),
            Cell.text("Exchange"),
            Cell.text("Cost centre"),
            Cell.text("Attribution rule"),
            Cell.number("Charge")),
        line.charges().stream().map(LinePage::charge).toList());
  }

  private static List<Cell> charge(LineView.Charge charge) {
    return List.of(
        Cell.text(charge.meter()),
        Cell.number(charge.quantity()),
        Cell.number(charge.rate() == null ? "by the sum" : charge.rate()),
        Cell.text(charge.per().toPlainString() + " " + charge.unit()),
        Cell.link(charge.priceId(), "/api/v1/prices/" + charge.priceId()),
        Cell.text(charge.foundBy() == null ? "contract" : charge.foundBy()),
        Cell.number(charge.listCost() + " " + charge.priceCurrency()),
        Cell.link(charge.discountId(), "/api/v1/discounts/" + charge.discountId()),
        Cell.link(charge.markupId(), "/api/v1/markups/" + charge.markupId()),
        Cell.link(charge.exchangeRate(), "/api/v1/exchange-rates/" + charge.exchangeRateId()),
        Cell.text(charge.costCentre()),
        charge.attributionRuleId() == null
            ? Cell.text("none: suspense")
            : Cell.link(
                charge.attributionRuleId(),
                "/api/v1/attribution-rules/" + charge.attributionRuleId()),
        Cell.number(charge.charge()));
  }

  private void unrated() {
    if (!line.unrated().isEmpty()) {
      page.table(
          "unrated",
          "Usage without a price",
          List.of(Cell.text("Meter"), Cell.number("Quantity"), Cell.text("Because")),
          line.unrated().entrySet().stream()
              .map(
                  entry ->
                      List.of(
                          Cell.text(entry.getKey()),
                          Cell.number(entry.getValue()),
                          Cell.text(line.unratedBecause().get(entry.getKey()).wireName())))
              .toList());
    }
  }

  /** The rollups, and whether there are further ones than these. */
  LinePage rollups(List<LineRollupView> rollups, boolean more) {
    if (rollups.isEmpty()) {
      return this;
    }
    page.table(
        "rollups",
        "Rollups that its events went into",
        List.of(
            Cell.text("Quarter hour"),
            Cell.text("Account"),
            Cell.text("Workspace"),
            Cell.text("Project"),
            Cell.text("Model"),
            Cell.text("Region"),
            Cell.text("Operation"),
            Cell.text("Meter"),
            Cell.number("Of this line"),
            Cell.number("Events"),
            Cell.number("Whole rollup, now")),
        rollups.stream().map(LinePage::rollup).toList());
    page.link(
        more
            ? "The first %d rollups; all of them as JSON".formatted(rollups.size())
            : "The rollups as JSON",
        line.rollupsUrl());
    page.link("All rollups of its time, rated line by line", line.ratingsUrl());
    return this;
  }

  private static List<Cell> rollup(LineRollupView rollup) {
    return List.of(
        time(rollup.quarter()),
        Cell.text(rollup.sourceAccount()),
        Cell.text(rollup.workspace()),
        Cell.text(rollup.project()),
        Cell.text(rollup.model()),
        Cell.text(rollup.region()),
        Cell.text(rollup.operation()),
        Cell.text(rollup.meter()),
        Cell.number(rollup.quantity()),
        Cell.number(rollup.events()),
        Cell.number(rollup.rolledUp() == null ? null : rollup.rolledUp().quantity()));
  }

  /** Without the T between day and time, so that a narrow column may break it. */
  private static Cell time(Instant instant) {
    return Cell.text(instant.toString().replace('T', ' '));
  }

  /** The events, and whether there are further ones than these. */
  LinePage events(List<LineEventView> events, boolean more) {
    if (events.isEmpty()) {
      page.text("No usage is behind this line: it says what the directory knows.");
      return this;
    }
    SortedSet<String> meters = new TreeSet<>();
    events.forEach(event -> meters.addAll(event.quantities().keySet()));
    List<Cell> header =
        new ArrayList<>(
            List.of(
                Cell.text("Time"),
                Cell.text("Source"),
                Cell.text("Id"),
                Cell.text("Account"),
                Cell.text("Principal"),
                Cell.text("Workspace"),
                Cell.text("Project"),
                Cell.text("Resource"),
                Cell.text("Model"),
                Cell.text("Region"),
                Cell.text("Operation")));
    meters.forEach(meter -> header.add(Cell.number(label(meter))));
    header.add(Cell.text("Batch"));
    page.table(
        "events", "Events", header, events.stream().map(event -> event(event, meters)).toList());
    page.link(
        more
            ? "The first %d events; all of them as JSON".formatted(events.size())
            : "The events as JSON",
        line.eventsUrl());
    return this;
  }

  private static List<Cell> event(LineEventView event, SortedSet<String> meters) {
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                time(event.time()),
                Cell.text(event.source()),
                Cell.text(event.id()),
                Cell.text(event.sourceAccount()),
                Cell.text(event.principal()),
                Cell.text(event.workspace()),
                Cell.text(event.project()),
                Cell.text(event.resource()),
                Cell.text(event.model()),
                Cell.text(event.region()),
                Cell.text(event.operation())));
    meters.forEach(meter -> cells.add(Cell.number(event.quantities().get(meter))));
    cells.add(Cell.text(event.batchId()));
    return cells;
  }

  String text() {
    return page.end();
  }
}
