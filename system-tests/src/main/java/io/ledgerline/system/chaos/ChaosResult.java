package io.ledgerline.system.chaos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What came of a chaos run.
 *
 * @param seed its seed; the same one makes the same events and plans the same blows
 * @param events how many events there were
 * @param steps its rounds, scenarios and comparisons
 * @param findings what was found wrong; empty when nothing was lost or doubled
 */
public record ChaosResult(long seed, int events, List<Step> steps, List<String> findings) {
  private static final String ROW = "%-16s %9s %8s %9s %9s  %-9s %s";

  /** Keeps its own copies of the lists. */
  public ChaosResult {
    steps = List.copyOf(steps);
    findings = List.copyOf(findings);
  }

  /** Whether nothing was lost, doubled or otherwise wrong. */
  public boolean isExact() {
    return findings.isEmpty();
  }

  /** The table for people. */
  public List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(row("STEP", "EVENTS", "NO ANSW.", "TOOK", "DRAINED", "RESULT", "WHAT HAPPENED"));
    for (Step step : steps) {
      lines.add(
          row(
              step.name(),
              count(step.events()),
              count(step.lost()),
              seconds(step.took()),
              seconds(step.drained()),
              step.findings() == 0 ? "exact" : step.findings() + " wrong",
              step.what()));
    }
    lines.add("");
    if (isExact()) {
      lines.add("Nothing lost, nothing doubled: %s events, seed %d".formatted(count(events), seed));
    } else {
      lines.add("%d findings, seed %d:".formatted(findings.size(), seed));
      findings.forEach(finding -> lines.add("  " + finding));
    }
    return lines;
  }

  /** The same for programs. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("seed", seed).put("events", events).put("ok", isExact());
    ArrayNode all = json.putArray("steps");
    for (Step step : steps) {
      all.addObject()
          .put("name", step.name())
          .put("events", step.events())
          .put("unanswered", step.lost())
          .put("tookMillis", step.took().toMillis())
          .put("drainedMillis", step.drained().toMillis())
          .put("findings", step.findings())
          .put("what", step.what());
    }
    findings.forEach(json.putArray("findings")::add);
    return json;
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, ROW, cells).stripTrailing();
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
