package io.ledgerline.report.report.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.ledgerline.contracts.AccessScope;
import io.ledgerline.report.reconciliation.Reconciliation;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunMarks;
import io.ledgerline.report.report.RunTotals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a bundle says of itself. All of it follows from the run and its marks: the same run has the
 * same manifest, whoever made it.
 *
 * @param generator what made it, with its version
 * @param run the run
 * @param marks what fixes its bytes
 * @param provisional whether usage of the open posting quarter hour is in it
 * @param totals its sums
 * @param reconciliation whether they are the ledger's
 * @param files the files
 */
public record Manifest(
    String generator,
    ReportRun run,
    RunMarks marks,
    boolean provisional,
    RunTotals totals,
    Reconciliation reconciliation,
    List<Entry> files) {
  private static final int VERSION = 1;
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * A file of the bundle.
   *
   * @param name as in the archive
   * @param mediaType its content type
   * @param size bytes
   * @param sha256 of its bytes, lower-case hex
   */
  public record Entry(String name, String mediaType, long size, String sha256) {}

  /** Sorts the files by name. */
  public Manifest {
    files = files.stream().sorted(Comparator.comparing(Entry::name)).toList();
  }

  /** The exact bytes that {@code key} is to sign. */
  public byte[] bytes(SigningKey key) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
      json.writeStartObject();
      json.writeNumberField("manifestVersion", VERSION);
      json.writeStringField("generator", generator);
      writeRun(json);
      writeSums(json);
      writeReconciliation(json);
      writeFiles(json);
      writeKey(json, key);
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void writeRun(JsonGenerator json) throws IOException {
    json.writeStringField("runId", run.id().toString());
    json.writeStringField("tenant", run.tenant().value());
    json.writeStringField("kind", run.request().kind());
    json.writeObjectFieldStart("period");
    json.writeStringField("from", run.period().from().toString());
    json.writeStringField("to", run.period().to().toString());
    json.writeStringField("zone", run.period().zone().getId());
    json.writeEndObject();
    json.writeStringField("startedAt", marks.startedAt().toString());
    json.writeBooleanField("provisional", provisional);
    json.writeObjectFieldStart("ledger");
    json.writeNumberField("watermark", marks.watermark());
    json.writeStringField("chainHead", marks.chainHead());
    json.writeEndObject();
    json.writeStringField("priceBookAt", marks.priceBookAt().toString());
    if (run.scope() != null) {
      writeScope(json, run.scope());
    }
  }

  private static void writeScope(JsonGenerator json, AccessScope scope) throws IOException {
    json.writeObjectFieldStart("scope");
    json.writeArrayFieldStart("sourceAccounts");
    for (String account : scope.sourceAccounts()) {
      json.writeString(account);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("costCentres");
    for (String code : scope.costCentres()) {
      json.writeString(code);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeSums(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("counts");
    json.writeNumberField("rows", totals.rows());
    json.writeNumberField("events", totals.events());
    json.writeNumberField("unratedEvents", totals.unrated().events());
    json.writeEndObject();
    json.writeObjectFieldStart("totals");
    json.writeStringField("charges", totals.charges().toPlainString());
    json.writeStringField("currency", totals.currency());
    json.writeObjectFieldStart("quantities");
    for (Map.Entry<String, BigDecimal> sum : totals.quantities().entrySet()) {
      json.writeStringField(sum.getKey(), sum.getValue().toPlainString());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeReconciliation(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("reconciliation");
    json.writeStringField("result", reconciliation.result().name());
    json.writeNumberField("batches", reconciliation.batches());
    json.writeNumberField("differences", reconciliation.differenceCount());
    if (!reconciliation.archivedMonths().isEmpty()) {
      json.writeArrayFieldStart("archivedMonths");
      for (String month : reconciliation.archivedMonths()) {
        json.writeString(month);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void writeFiles(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("files");
    for (Entry file : files) {
      json.writeStartObject();
      json.writeStringField("name", file.name());
      json.writeStringField("mediaType", file.mediaType());
      json.writeNumberField("size", file.size());
      json.writeStringField("sha256", file.sha256());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeKey(JsonGenerator json, SigningKey key) throws IOException {
    json.writeObjectFieldStart("signedBy");
    json.writeStringField("keyId", key.id());
    json.writeStringField("algorithm", SigningKey.ALGORITHM);
    json.writeStringField("publicKey", Base64.getEncoder().encodeToString(key.publicKey()));
    json.writeEndObject();
  }
}
