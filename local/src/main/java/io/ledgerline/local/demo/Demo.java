package io.ledgerline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.local.suite.Service;
import io.ledgerline.local.suite.SuiteException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** The main job from end to end: from a usage log to a delivered report, every figure checked. */
public final class Demo {
  private final DemoSuite suite;
  private final DemoOutput out;

  /** On a suite that is up; tells what happens there. */
  public Demo(DemoSuite suite, PrintWriter out) {
    this.suite = suite;
    this.out = new DemoOutput(out);
  }

  /**
   * Does the job.
   *
   * @throws SuiteException when a figure is not as it must be, or something did not come in time
   * @throws IOException when a service refuses or stays away
   */
  public void run() throws IOException, InterruptedException, SuiteException {
    List<TraceRequest> trace = Trace.read();
    Expected expected = Expected.of(trace);
    out.line("");
    out.line("From a usage log to a delivered report, with real usage");
    out.say(
        "data  Azure LLM inference trace 2023 by Microsoft (CC-BY 4.0), %,d requests of",
        trace.size());
    out.say("      16 November 2023; time stamps and token counts are real");
    out.say("rule  %s", AssignmentRule.STATEMENT.getFirst());
    out.say("      %s", AssignmentRule.STATEMENT.getLast());

    out.step("An API key for the demo");
    DemoAccess access = DemoAccess.make(suite, out);

    out.step("Write invocation logs to the store");
    LogUpload.Uploaded uploaded = LogUpload.write(suite, trace, out);

    out.step("Ingest them");
    IngestStep.Counts counts =
        new IngestStep(access.ingest(), out).run(uploaded, expected.requests());
    boolean seenBefore = counts.recorded() == 0;
    if (seenBefore) {
      out.say("all %,d were in the ledger already: nothing is counted twice", counts.duplicates());
    }

    out.step("Make the scheduled report");
    ReportStep reports = new ReportStep(access.report(), out);
    JsonNode run = reports.scheduled();
    ReportFigures.show(run, expected, out);

    out.step("Deliver it");
    new DeliveryStep(suite, access.report(), out).run(run);

    if (seenBefore) {
      out.step("Make the same report again");
      compare(run, reports.again(), expected);
    }
    out.endStep();
    printEnd(run.path("id").asText());
  }

  private void compare(JsonNode run, JsonNode again, Expected expected) throws SuiteException {
    ReportFigures.show(again, expected, out);
    Artifact first = Artifact.of(run);
    Artifact second = Artifact.of(again);
    out.say("first  %s  %s", first.sha256(), first.name());
    out.say("again  %s  %s", second.sha256(), second.name());
    Check.same("the SHA-256 of the report made again", first.sha256(), second.sha256());
    out.say("the same bytes");
  }

  private void printEnd(String runId) {
    out.line("");
    out.line("Times");
    out.times().forEach(out::say);
    out.line("");
    out.line("Where to look next" + (suite.stays() ? "" : ", after ./ledgerline up"));
    out.say("./ledgerline status    what runs where");
    out.say("./ledgerline mail 1    the mail");
    out.say("curl -H \"Authorization: Bearer $(cat '%s')\" \\", suite.adminKeyFile());
    out.say("  %s/api/v1/report-runs/%s", Service.REPORT.url(suite.portOffset()), runId);
  }
}
