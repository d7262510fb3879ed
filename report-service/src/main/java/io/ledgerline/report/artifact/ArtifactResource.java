package io.ledgerline.report.artifact;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.audit.AuditNote;
import io.ledgerline.platform.audit.Audited;
import io.ledgerline.platform.objectstore.ObjectStore;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.Forbidden;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.artifact.link.DownloadLinks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Artifacts over HTTP. */
@Path("/api/v1/artifacts/{id}")
@KeepsScope
@RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
@Tag(name = "artifacts")
public class ArtifactResource {
  private static final List<String> READERS =
      List.of(Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ArtifactStore artifacts;
  private final ArtifactListing listing;
  private final ObjectStore objects;
  private final CurrentCaller caller;
  private final DownloadLinks links;
  private final AuditNote audit;

  ArtifactResource(
      ArtifactStore artifacts,
      ArtifactListing listing,
      ObjectStore objects,
      CurrentCaller caller,
      DownloadLinks links,
      AuditNote audit) {
    this.artifacts = artifacts;
    this.listing = listing;
    this.objects = objects;
    this.caller = caller;
    this.links = links;
    this.audit = audit;
  }

  /** What is known of an artifact. */
  @GET
  @Represented
  @Operation(summary = "Shows an artifact's run, kind, period, name, format, size and SHA-256")
  public Uni<ArtifactEntryView> show(@PathParam("id") UUID id) {
    return listing
        .find(caller.sight(), id)
        .onItem()
        .ifNull()
        .failWith(() -> NotFound.of("artifact", id))
        .map(ArtifactEntryView::of);
  }

  /**
   * An artifact's bytes, for a key that may read it or a link's token; streamed from the object
   * store: memory does not grow with its size. The ETag is its SHA-256.
   */
  @GET
  @Path("/content")
  @Audited
  @PermitAll
  @RunOnVirtualThread
  @Operation(summary = "Downloads an artifact")
  @APIResponse(responseCode = "200", description = "The bytes")
  @APIResponse(responseCode = "304", description = "The caller has them already")
  public Response content(
      @PathParam("id") UUID id,
      @QueryParam("token") String token,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
    Artifact artifact = token == null ? ofCaller(id) : ofLink(id, token);
    String tag = "\"" + artifact.sha256() + "\"";
    if (known != null && matches(known, tag)) {
      return Response.notModified().header(HttpHeaders.ETAG, tag).build();
    }
    InputStream body = objects.open(artifact.address());
    return Response.ok(body, artifact.mediaType())
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CONTENT_LENGTH, artifact.size())
        .header(HttpHeaders.CACHE_CONTROL, "private, immutable")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + artifact.name() + "\"")
        .build();
  }

  private Artifact ofLink(UUID id, String token) {
    Artifact artifact = artifacts.findForToken(id).await().atMost(PATIENCE);
    if (artifact != null) {
      audit.by(artifact.tenant(), "link");
    }
    links.check(artifact, token);
    return artifact;
  }

  private Artifact ofCaller(UUID id) {
    Sight sight = caller.sight();
    if (READERS.stream().noneMatch(caller::hasRole)) {
      throw new Forbidden(ErrorCode.FORBIDDEN.explanation());
    }
    Artifact artifact = artifacts.find(sight, id).await().atMost(PATIENCE);
    if (artifact == null) {
      throw NotFound.of("artifact", id);
    }
    return artifact;
  }

  private static boolean matches(String known, String tag) {
    return Arrays.stream(known.split(","))
        .map(String::strip)
        .anyMatch(t -> t.equals(tag) || t.equals("*"));
  }
}
