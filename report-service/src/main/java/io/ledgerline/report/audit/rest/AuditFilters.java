package io.ledgerline.report.audit.rest;

import io.ledgerline.contracts.message.AuditRecorded.Outcome;
import io.ledgerline.platform.page.Filters;
import io.ledgerline.report.audit.AuditQuery;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which records are asked for, as parameters of the address. */
public final class AuditFilters {
  @QueryParam("from")
  @Parameter(description = "At this time or later", example = "2026-01-01T00:00:00Z")
  String from;

  @QueryParam("to")
  @Parameter(description = "Before this time", example = "2026-02-01T00:00:00Z")
  String to;

  @QueryParam("actor")
  @Parameter(
      description = "Key prefix, 'oidc:' and a subject, 'link' or 'nobody'; '*' ends a beginning")
  String actor;

  @QueryParam("action")
  @Parameter(
      description = "Method and path, or 'login'; '*' ends a beginning",
      example = "POST /api/v1/keys*")
  String action;

  @QueryParam("object")
  @Parameter(description = "Path of what it was done to; '*' ends a beginning")
  String object;

  @QueryParam("outcome")
  @Parameter(description = "DONE, DENIED or MISSING")
  String outcome;

  @QueryParam("service")
  @Parameter(description = "ingest-service, report-service or notify-service")
  String service;

  AuditQuery query() {
    return new AuditQuery(
        Filters.instant("from", from),
        Filters.instant("to", to),
        actor,
        action,
        object,
        Filters.oneOf("outcome", outcome, Outcome.class),
        service);
  }
}
