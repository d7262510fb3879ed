package io.ledgerline.report.audit.rest;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.AuditRecorded;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.audit.AuditQuery;
import io.ledgerline.report.audit.store.AuditLog;
import io.ledgerline.report.store.JsonColumns;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit log over HTTP; for admins alone. */
@Path("/api/v1/audit-events")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "audit", description = "Who did what, over any of the three services")
public class AuditEventResource {
  private static final String NDJSON = "application/x-ndjson";
  private static final String CSV = "text/csv";

  private final AuditLog log;
  private final CurrentCaller caller;

  AuditEventResource(AuditLog log, CurrentCaller caller) {
    this.log = log;
    this.caller = caller;
  }

  /** One page of records. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Represented
  @Operation(
      summary = "Lists what was done over the APIs, the newest first",
      description =
          "Changes, reads of reports, refusals of either and failed logins (summed up). Never a"
              + " body, a key or a query. With 'Accept: text/csv' or 'Accept:"
              + " application/x-ndjson' all records come as one stream.")
  @APIResponse(responseCode = "200", description = "A page of records")
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule; 'errors' names it")
  public Uni<Page<AuditEventView>> list(
      @BeanParam AuditFilters filters,
      @QueryParam("limit") @DefaultValue("100") Limit limit,
      @QueryParam("cursor") Cursor cursor) {
    return log.page(caller.tenant(), filters.query(), place(cursor), limit.plusOne())
        .map(found -> Page.of(found, limit, event -> Cursor.of(event.at(), event.id())))
        .map(page -> page.map(AuditEventView::of));
  }

  /** All records as a table. */
  @GET
  @Produces(CSV)
  @Operation(hidden = true)
  public Multi<byte[]> table(@BeanParam AuditFilters filters) {
    return Multi.createBy()
        .concatenating()
        .streams(Multi.createFrom().item(AuditTable.HEADER), all(filters).map(AuditTable::line))
        .map(line -> line.getBytes(StandardCharsets.UTF_8));
  }

  /** All records as JSON lines; the framework ends each. */
  @GET
  @Produces(NDJSON)
  @Operation(hidden = true)
  public Multi<byte[]> stream(@BeanParam AuditFilters filters) {
    return all(filters)
        .map(event -> JsonColumns.write(AuditEventView.of(event)))
        .map(line -> line.getBytes(StandardCharsets.UTF_8));
  }

  private Multi<AuditRecorded> all(AuditFilters filters) {
    TenantId tenant = caller.tenant();
    return log.all(tenant, filters.query());
  }

  private static AuditQuery.Place place(Cursor cursor) {
    try {
      return cursor == null
          ? null
          : new AuditQuery.Place(cursor.instant(0), UUID.fromString(cursor.text(1)));
    } catch (IllegalArgumentException e) {
      throw InvalidRequest.field("cursor", "unknown", "'cursor' is of another list.");
    }
  }
}
