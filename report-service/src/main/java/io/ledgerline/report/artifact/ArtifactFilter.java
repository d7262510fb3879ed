package io.ledgerline.report.artifact;

import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Filters;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Sort;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which artifacts are asked for, as parameters of the address. */
public final class ArtifactFilter {
  @QueryParam("run")
  @Parameter(description = "Of this run")
  UUID run;

  @QueryParam("kind")
  @Parameter(description = "Of runs of this report kind", example = "billing")
  String kind;

  @QueryParam("format")
  @Parameter(description = "csv, json, jsonl, xlsx, html or zip", example = "xlsx")
  String format;

  @QueryParam("sha256")
  @Parameter(description = "With this digest: which run a file at hand is from")
  String sha256;

  @QueryParam("createdFrom")
  @Parameter(description = "Stored at this time or later", example = "2026-01-01T00:00:00Z")
  String createdFrom;

  @QueryParam("createdTo")
  @Parameter(description = "Stored before this time", example = "2026-02-01T00:00:00Z")
  String createdTo;

  @QueryParam("sort")
  @DefaultValue("-createdAt")
  @Parameter(description = "createdAt, name or size; with a '-' before it the largest first")
  String sort;

  @QueryParam("limit")
  @DefaultValue("100")
  Limit limit;

  @QueryParam("cursor")
  Cursor cursor;

  ArtifactQuery query() {
    return new ArtifactQuery(
        run,
        kind,
        ArtifactFormat.named(format),
        sha256,
        Filters.instant("createdFrom", createdFrom),
        Filters.instant("createdTo", createdTo),
        Sort.of(sort, ArtifactQuery.SORTS),
        limit,
        cursor);
  }
}
