package io.ledgerline.ingest.ledger.query;

import io.ledgerline.ingest.ledger.batch.EventIdText;
import io.ledgerline.platform.problem.InvalidRequest;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that say which events are asked for; each may be left out. */
public class UsageParameters {
  @QueryParam("from")
  @Parameter(description = "Charge time, inclusive", example = "2026-01-31T00:00:00Z")
  String from;

  @QueryParam("to")
  @Parameter(description = "Charge time, exclusive", example = "2026-02-01T00:00:00Z")
  String to;

  @QueryParam("sourceAccount")
  String sourceAccount;

  @QueryParam("principal")
  @Parameter(description = "Name or surrogate")
  String principal;

  @QueryParam("model")
  String model;

  @QueryParam("provider")
  String provider;

  @QueryParam("operation")
  @Parameter(description = "What was called", example = "Converse")
  String operation;

  @QueryParam("source")
  String source;

  @QueryParam("id")
  @Parameter(description = "The source's own id; fastest together with its source")
  String id;

  @QueryParam("batch")
  @Parameter(description = "Id of the batch they were committed with")
  String batch;

  @QueryParam("effective")
  @Parameter(description = "'true' for only what counts: neither taken back nor taking back")
  String effective;

  /** The filter they make; 400 when one breaks a rule. */
  UsageFilter filter() {
    return new UsageFilter(
        instant("from", from),
        instant("to", to),
        sourceAccount,
        principal,
        model,
        provider,
        operation,
        source,
        id,
        batch == null ? null : batch(batch),
        null,
        effective(effective));
  }

  private static Instant instant(String name, String text) {
    return text == null ? null : Span.instant(name, text);
  }

  static UUID batch(String text) {
    return EventIdText.asUuid(text)
        .orElseThrow(() -> InvalidRequest.field("batch", "invalid-uuid", "batch is a UUID"));
  }

  private static boolean effective(String text) {
    if (text == null || text.equals("false") || text.equals("true")) {
      return "true".equals(text);
    }
    throw InvalidRequest.field("effective", "not-a-boolean", "effective is 'true' or 'false'");
  }
}
