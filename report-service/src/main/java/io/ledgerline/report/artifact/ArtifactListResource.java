package io.ledgerline.report.artifact;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.audit.Audited;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.rest.Represented;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The files of all runs. */
@Path("/api/v1/artifacts")
@KeepsScope
@Tag(name = "artifacts")
public class ArtifactListResource {
  private static final String EXAMPLE =
      """
      {"items": [{"id": "0b7cf4a4-8a2c-4a53-9d0b-8f6fd8f6b6d1",
        "runId": "6a1f6b51-5b6e-4f0f-8a57-1d6f4a3f2c11", "kind": "billing",
        "period": {"from": "2026-02-01T00:00:00Z", "to": "2026-03-01T00:00:00Z", "zone": "UTC"},
        "name": "billing_2026-02-01_2026-02-28.xlsx", "format": "xlsx",
        "mediaType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "size": 18204, "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "createdAt": "2026-03-01T02:30:04.120331Z",
        "runUrl": "/api/v1/report-runs/6a1f6b51-5b6e-4f0f-8a57-1d6f4a3f2c11",
        "contentUrl": "/api/v1/artifacts/0b7cf4a4-8a2c-4a53-9d0b-8f6fd8f6b6d1/content"}]}""";

  private final ArtifactListing artifacts;
  private final CurrentCaller caller;

  ArtifactListResource(ArtifactListing artifacts, CurrentCaller caller) {
    this.artifacts = artifacts;
    this.caller = caller;
  }

  /** The files of the runs that the caller sees. */
  @GET
  @Audited
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
  @Represented
  @Parameter(
      name = "fields",
      in = ParameterIn.QUERY,
      description = "Only these fields, such as id,name,period.from",
      schema = @Schema(implementation = String.class))
  @Operation(
      summary = "Lists the files of runs, newest first unless sorted otherwise",
      description =
          "By run, kind, format, digest and the time they were stored. Runs that are not completed"
              + " have none.")
  @APIResponse(
      responseCode = "200",
      description = "A page of artifacts",
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "a workbook", value = EXAMPLE)))
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule; 'errors' names it")
  public Uni<Page<ArtifactEntryView>> list(@BeanParam ArtifactFilter filter) {
    ArtifactQuery query = filter.query();
    return artifacts
        .list(caller.sight(), query)
        .map(found -> Page.of(found, query.limit(), query::cursorOf).map(ArtifactEntryView::of));
  }
}
