package io.ledgerline.report.report.rest;

import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.sheet.HtmlPage;
import io.ledgerline.report.report.sheet.HtmlPage.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a line is made of, as a page for people. */
final class LinePage {
  private LinePage() {}

  /**
   * The page.
   *
   * @param more whether there are further events than these
   */
  static String of(ReportRun run, LineView line, List<LineEventView> events, boolean more) {
    HtmlPage page =
        new HtmlPage(
            "Line " + line.line(),
            "What this line of the report '%s' is made of, from the ledger itself."
                .formatted(run.request().kind()));
    if (!line.unrated().isEmpty()) {
      page.note(
          "Some usage of this line has no price and is not in its charge: "
              + String.join(", ", line.unrated().keySet()));
    }
    page.facts(facts(run, line));
    charges(page, line);
    unrated(page, line);
    page.link("The rollups of its time, rated line by line", line.rollupsUrl());
    events(page, line, events, more);
    return page.end();
  }

  private static Map<String, Cell> facts(ReportRun run, LineView line) {
    Map<String, Cell> facts = new LinkedHashMap<>();
    line.cells().forEach((name, value) -> facts.put(name, Cell.text(value)));
    facts.put("Charge, exact", Cell.text(line.charge() + " " + line.currency()));
    facts.put("Run", Cell.link(run.id(), "/api/v1/report-runs/" + run.id()));
    facts.put("Ledger up to seal", Cell.text(line.watermark()));
    facts.put("Prices as known at", Cell.text(line.priceBookAt()));
    return facts;
  }

  private static void charges(HtmlPage page, LineView line) {
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

  private static void unrated(HtmlPage page, LineView line) {
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

  private static void events(
      HtmlPage page, LineView line, List<LineEventView> events, boolean more) {
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
                Cell.text("Model"),
                Cell.text("Region"),
                Cell.text("Operation")));
    meters.forEach(meter -> header.add(Cell.number(meter)));
    header.add(Cell.text("Batch"));
    page.table(
        "events", "Events", header, events.stream().map(event -> event(event, meters)).toList());
    if (more) {
      page.link(
          "The first %d events; all of them as JSON".formatted(events.size()), line.eventsUrl());
    } else {
      page.link("The events as JSON", line.eventsUrl());
    }
  }

  private static List<Cell> event(LineEventView event, SortedSet<String> meters) {
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                Cell.text(event.time()),
                Cell.text(event.source()),
                Cell.text(event.id()),
                Cell.text(event.sourceAccount()),
                Cell.text(event.principal()),
                Cell.text(event.model()),
                Cell.text(event.region()),
                Cell.text(event.operation())));
    meters.forEach(meter -> cells.add(Cell.number(event.quantities().get(meter))));
    cells.add(Cell.text(event.batchId()));
    return cells;
  }
}
