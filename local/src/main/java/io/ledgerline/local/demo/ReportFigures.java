package io.ledgerline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.local.suite.SuiteException;
import java.math.BigDecimal;
import java.util.Map;

/** Shows a run's figures, and compares each with what must come out. */
final class ReportFigures {
  private static final String INPUT = "input_tokens";
  private static final String OUTPUT = "output_tokens";

  private ReportFigures() {}

  static void show(JsonNode run, Expected expected, DemoOutput out) throws SuiteException {
    JsonNode totals = run.path("totals");
    JsonNode quantities = totals.path("quantities");
    out.say(
        "requests %,d   tokens in %,d   tokens out %,d",
        totals.path("events").asLong(),
        quantities.path(INPUT).asLong(),
        quantities.path(OUTPUT).asLong());
    out.say(
        "%-30s %9s %12s %10s %12s", "model", "requests", "tokens in", "tokens out", "charge USD");
    for (JsonNode model : totals.path("byModel")) {
      out.say(
          "%-30s %,9d %,12d %,10d %12s",
          model.path("model").asText(),
          model.path("events").asLong(),
          model.path("quantities").path(INPUT).asLong(),
          model.path("quantities").path(OUTPUT).asLong(),
          decimal(model.path("charges")).toPlainString());
    }
    out.say("%-30s %44s", "all", decimal(totals.path("charges")).toPlainString());
    out.say(
        "reconciliation %s%s",
        run.path("reconciliation").path("result").asText(),
        run.path("provisional").asBoolean()
            ? " (provisional: more usage may still be posted)"
            : "");
    check(run, expected);
  }

  private static void check(JsonNode run, Expected expected) throws SuiteException {
    JsonNode totals = run.path("totals");
    Check.same("the requests in the report", expected.requests(), totals.path("events").asLong());
    Check.same("the report's rows", expected.requests(), totals.path("rows").asLong());
    JsonNode quantities = totals.path("quantities");
    Check.same("tokens in", expected.inputTokens(), quantities.path(INPUT).asLong());
    Check.same("tokens out", expected.outputTokens(), quantities.path(OUTPUT).asLong());
    Check.same("all charges", expected.charges(), decimal(totals.path("charges")));
    Check.same("requests without a price", 0, totals.path("unrated").path("events").asLong());
    Check.same("the number of models", expected.byModel().size(), totals.path("byModel").size());
    for (JsonNode model : totals.path("byModel")) {
      String name = model.path("model").asText();
      Map<String, Expected.ModelSums> byModel = expected.byModel();
      BigDecimal charges = byModel.getOrDefault(name, Expected.ModelSums.NONE).charges();
      Check.same("the charges for " + name, charges, decimal(model.path("charges")));
    }
    Check.same(
        "the reconciliation", "RECONCILED", run.path("reconciliation").path("result").asText());
  }

  private static BigDecimal decimal(JsonNode node) {
    String text = node.asText();
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }
}
