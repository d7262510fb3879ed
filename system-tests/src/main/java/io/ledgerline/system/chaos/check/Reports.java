package io.ledgerline.system.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.system.chaos.suite.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Has reports made, and reads them. */
public final class Reports {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long ASK_MILLIS = 250;
  private static final Set<String> OVER = Set.of("COMPLETED", "FAILED");
  private static final int ACCEPTED = 202;

  private final Api report;

  /** Of that report-service. */
  public Reports(Api report) {
    this.report = report;
  }

  /**
   * A report as it was made.
   *
   * @param state how its run ended
   * @param reconciliation what its reconciliation says
   * @param totals its totals
   * @param lines its CSV without the header
   */
  public record Made(String state, String reconciliation, JsonNode totals, List<String> lines) {
    /** The lines of some accounts only. */
    public List<String> linesOf(String accountPrefix) {
      return lines.stream().filter(line -> line.startsWith(accountPrefix)).toList();
    }
  }

  /**
   * Makes the daily usage report of a UTC day and waits for it.
   *
   * @throws IOException when it does not come
   */
  public Made dailyUsage(LocalDate day) throws IOException, InterruptedException {
    ObjectNode wish = JsonNodeFactory.instance.objectNode();
    wish.put("kind", "daily-usage").putArray("deliveries");
    wish.putObject("period").put("type", "day").put("day", day.toString()).put("zone", "UTC");
    Api.Answer answer = report.post("/api/v1/report-runs", wish);
    if (answer.status() != ACCEPTED) {
      throw new IOException("POST /api/v1/report-runs answered " + answer.status());
    }
    return completed(answer.json().path("id").asText());
  }

  /** Waits for a run's end and reads its report. */
  public Made completed(String id) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      JsonNode run = report.read("/api/v1/report-runs/" + id);
      if (OVER.contains(run.path("state").asText())) {
        return made(run);
      }
      TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
    }
    throw new IOException(
        "report run " + id + " did not end within " + PATIENCE.toSeconds() + " s");
  }

  private Made made(JsonNode run) throws IOException, InterruptedException {
    return new Made(
        run.path("state").asText(),
        run.path("reconciliation").path("result").asText("none"),
        run.path("totals"),
        lines(run));
  }

  /** The lines of the first CSV; what follows it are summaries. */
  private List<String> lines(JsonNode run) throws IOException, InterruptedException {
    for (JsonNode artifact : run.path("artifacts")) {
      if (artifact.path("name").asText().endsWith(".csv")) {
        byte[] csv =
            report.get("/api/v1/artifacts/" + artifact.path("id").asText() + "/content").body();
        return new String(csv, StandardCharsets.UTF_8).lines().skip(1).toList();
      }
    }
    return List.of();
  }
}
