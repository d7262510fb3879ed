package io.ledgerline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.local.client.ApiClient;
import io.ledgerline.local.suite.SuiteException;
import java.io.IOException;

/** Has the report made, by schedule and by hand, and waits for it. */
final class ReportStep {
  private static final int CREATED = 201;

  private final ApiClient report;
  private final DemoOutput out;
  private final Waiting waiting;

  ReportStep(ApiClient report, DemoOutput out) {
    this.report = report;
    this.out = out;
    this.waiting = new Waiting(out);
  }

  /** Makes the schedule unless it is there; returns the one run that it is due to have made. */
  JsonNode scheduled() throws IOException, InterruptedException, SuiteException {
    ApiClient.Answer schedule = report.post("/api/v1/schedules", ReportWishes.schedule());
    JsonNode body = schedule.body();
    out.say(
        "schedule '%s' (%s, daily at 02:30 UTC, on 17 November 2023 only, catch-up all)",
        body.path("name").asText(), schedule.status() == CREATED ? "new" : "there already");
    String id = body.path("id").asText();
    JsonNode runs =
        waiting.until(
            "The run of the schedule",
            () -> report.get("/api/v1/report-runs?scheduleId=" + id).path("items"),
            items -> !items.isEmpty(),
            items -> "waiting for the schedule's run");
    return completed(runs.get(0).path("id").asText());
  }

  /** Makes the report of the same day once more. */
  JsonNode again() throws IOException, InterruptedException, SuiteException {
    JsonNode run = report.post("/api/v1/report-runs", ReportWishes.sameDayAgain()).body();
    return completed(run.path("id").asText());
  }

  private JsonNode completed(String id) throws IOException, InterruptedException, SuiteException {
    JsonNode run =
        waiting.until(
            "The end of report run " + id,
            () -> run(id),
            answer -> isOver(answer.path("state").asText()),
            answer -> "the run is " + answer.path("state").asText() + progress(answer));
    if ("FAILED".equals(run.path("state").asText())) {
      throw new SuiteException(
          "Report run %s failed: %s".formatted(id, run.path("failure").path("detail").asText()));
    }
    return run;
  }

  /** A run as it is now. */
  JsonNode run(String id) throws IOException, InterruptedException {
    return report.get("/api/v1/report-runs/" + id);
  }

  private static boolean isOver(String state) {
    return "COMPLETED".equals(state) || "FAILED".equals(state);
  }

  private static String progress(JsonNode run) {
    String step = run.path("progress").path("step").asText();
    return step.isEmpty() ? "" : " (" + step + ")";
  }
}
