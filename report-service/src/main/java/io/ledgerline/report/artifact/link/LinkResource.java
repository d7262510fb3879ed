package io.ledgerline.report.artifact.link;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.report.artifact.Artifact;
import io.ledgerline.report.artifact.ArtifactStore;
import io.ledgerline.report.store.Awaiting;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes links to artifacts. */
@Path("/api/v1/artifacts/{id}/links")
@KeepsScope
@RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
@Tag(name = "artifacts")
public class LinkResource {
  private final ArtifactStore artifacts;
  private final DownloadLinks links;
  private final LinkConfig config;
  private final CurrentCaller caller;

  LinkResource(
      ArtifactStore artifacts, DownloadLinks links, LinkConfig config, CurrentCaller caller) {
    this.artifacts = artifacts;
    this.links = links;
    this.config = config;
    this.caller = caller;
  }

  /** A link that whoever has it may use until it ends. */
  @POST
  @RunOnVirtualThread
  @Operation(
      summary = "Makes a link by which the artifact is downloaded without an API key",
      description = "It works until 'expiresAt' and for this artifact alone. It is shown once.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "an hour", value = "{\"expiresIn\": \"PT1H\"}")))
  @APIResponse(responseCode = "201", description = "The link")
  public RestResponse<LinkView> make(
      @PathParam("id") UUID id, LinkBody body, @Context UriInfo request) {
    Artifact artifact = Awaiting.outcome(artifacts.find(caller.sight(), id));
    if (artifact == null) {
      throw NotFound.of("artifact", id);
    }
    DownloadLinks.Link link = links.make(artifact, body == null ? null : body.expiresIn());
    String url = link.url(config.baseUrl().orElseGet(request::getBaseUri));
    return RestResponse.status(
        RestResponse.Status.CREATED,
        new LinkView(artifact.id(), artifact.name(), artifact.sha256(), url, link.expiresAt()));
  }
}
