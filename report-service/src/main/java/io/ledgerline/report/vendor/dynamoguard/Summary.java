package io.ledgerline.report.vendor.dynamoguard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.ledgerline.contracts.Period;
import io.ledgerline.report.report.ReportFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What {@code summary.json} says beside the lines.
 *
 * @param asked the report it is of; null for a run that nobody asked for over the vendor's path
 * @param counted the period that was read
 * @param environment whose usage it is
 * @param totals its sums
 * @param findings what the ledger's verification found in the period
 */
public record Summary(
    Asked asked, Period counted, String environment, TokenTotals totals, int findings) {
  private static final String NAME = "summary.json";
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * A report as it was asked for.
   *
   * @param id its number
   * @param jobId of the job
   * @param days the days
   * @param error what is left out of them; null when nothing is
   */
  public record Asked(int id, String jobId, BillingDays days, String error) {}

  /** Writes the file. */
  public ReportFiles.File write(Path folder) throws IOException {
    Path path = folder.resolve(NAME);
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    try (JsonGenerator json =
        JSON.createGenerator(Files.newBufferedWriter(path, StandardCharsets.UTF_8))) {
      json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines));
      json.writeStartObject();
      if (asked != null) {
        json.writeNumberField("id", asked.id());
        json.writeStringField("jobId", asked.jobId());
      }
      json.writeStringField("environment", environment);
      writePeriods(json);
      json.writeObjectFieldStart("totals");
      writeTotals(json, totals);
      json.writeObjectFieldStart("byEndpoint");
      for (Map.Entry<String, TokenTotals> part : totals.byEndpoint().entrySet()) {
        json.writeObjectFieldStart(part.getKey());
        writeTotals(json, part.getValue());
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeObjectFieldStart("ledgerVerification");
      json.writeNumberField("findings", findings);
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return new ReportFiles.File(path, NAME, "application/json");
  }

  private void writePeriods(JsonGenerator json) throws IOException {
    boolean whole = asked == null;
    json.writeStringField("fromTime", Times.text(whole ? counted.from() : asked.days().start()));
    json.writeStringField("toTime", Times.text(whole ? counted.to() : asked.days().end()));
    if (!whole && asked.error() != null) {
      json.writeStringField("validationError", asked.error());
    }
  }

  private static void writeTotals(JsonGenerator json, TokenTotals sums) throws IOException {
    json.writeFieldName("requests");
    json.writeNumber(sums.requests().toPlainString());
    json.writeFieldName("inputTokens");
    json.writeNumber(sums.inputTokens().toPlainString());
    json.writeFieldName("outputTokens");
    json.writeNumber(sums.outputTokens().toPlainString());
    json.writeFieldName("totalTokens");
    json.writeNumber(sums.totalTokens().toPlainString());
  }
}
