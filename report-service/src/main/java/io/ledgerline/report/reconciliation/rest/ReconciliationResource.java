package io.ledgerline.report.reconciliation.rest;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.problem.DependencyUnavailable;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.Forbidden;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.ledger.client.LedgerProblems;
import io.ledgerline.report.reconciliation.hourly.HourlyReconciliation;
import io.ledgerline.report.reconciliation.hourly.LineFilter;
import io.ledgerline.report.reconciliation.hourly.Span;
import io.ledgerline.report.reconciliation.hourly.SpanOutcome;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether everything that was accepted is in the ledger, the rollups and the reports. */
@Path("/api/v1/reconciliation")
@RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
@Tag(
    name = "reconciliation",
    description = "Whether all stages say the same, and where they do not")
public class ReconciliationResource {
  /** Each holds a connection and reads the ledger: more at once would only slow each other down. */
  private static final int AT_ONCE = 3;

  private static final long PATIENCE_SECONDS = 20;
  private static final int LONGEST_NAME = 512;

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final HourlyReconciliation reconciliation;
  private final CurrentCaller caller;

  ReconciliationResource(HourlyReconciliation reconciliation, CurrentCaller caller) {
    this.reconciliation = reconciliation;
    this.caller = caller;
  }

  /** Compares all stages, hour by hour. */
  @GET
  @KeepsScope
  @Represented
  @RunOnVirtualThread
  @Operation(
      summary = "Compares accepted, ledger, published, rollups and reports, hour by hour",
      description =
          "For each hour (UTC), source account and meter, and for the count of events. Verdict and"
              + " totals are those of the whole span, cut at one watermark; each page is compared"
              + " anew, at a watermark of its own. A key with a scope sees the accounts that are"
              + " named in it, verdict and totals are of these; what the ledger adds up does not"
              + " know who pays.")
  @APIResponse(responseCode = "200", description = "The outcome and a page of lines")
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule; 'errors' names it")
  @APIResponse(responseCode = "503", description = "The ledger or the database is away just now")
  public SpanView reconcile(
      @Parameter(description = "A whole hour", example = "2026-01-31T00:00:00Z") @QueryParam("from")
          String from,
      @Parameter(
              description = "A whole hour, at most 31 days later",
              example = "2026-02-01T00:00:00Z")
          @QueryParam("to")
          String to,
      @QueryParam("sourceAccount") String sourceAccount,
      @Parameter(description = "Empty for the counts of events") @QueryParam("meter") String meter,
      @Parameter(description = "Only lines that do not agree")
          @QueryParam("differing")
          @DefaultValue("false")
          boolean differing,
      @QueryParam("limit") @DefaultValue("100") Limit limit,
      @QueryParam("cursor") Cursor cursor) {
    Span span = new Span(instant(from, "from"), instant(to, "to"));
    LineFilter wanted =
        new LineFilter(name(sourceAccount, "sourceAccount"), name(meter, "meter"), scope());
    LinePage page = new LinePage(differing, limit, cursor);
    SpanOutcome outcome = reconcile(span, wanted, page);
    return SpanView.of(span, outcome, page.items(), page.nextCursor());
  }

  private AccessScope scope() {
    AccessScope scope = caller.sight().scope();
    if (scope != null && scope.sourceAccounts().isEmpty()) {
      throw new Forbidden(
          ErrorCode.SCOPE_NOT_SUPPORTED,
          "This key is limited to cost centres; stages are compared by account.");
    }
    return scope;
  }

  private SpanOutcome reconcile(Span span, LineFilter wanted, LinePage page) {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new DependencyUnavailable("a free place for one more reconciliation", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DependencyUnavailable("the service, which is stopping,", e);
    }
    try {
      return LedgerProblems.told(
          () -> reconciliation.reconcile(caller.tenant(), span, wanted, page));
    } finally {
      places.release();
    }
  }

  private static Instant instant(String text, String field) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw InvalidRequest.field(
          field, "not-an-instant", "'" + field + "' is a time such as 2026-01-31T00:00:00Z.");
    }
  }

  private static String name(String text, String field) {
    if (text != null && text.length() > LONGEST_NAME) {
      throw InvalidRequest.field(
          field, "too-long", "'" + field + "' has at most " + LONGEST_NAME + " characters.");
    }
    return text;
  }
}
