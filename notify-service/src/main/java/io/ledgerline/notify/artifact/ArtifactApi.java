package io.ledgerline.notify.artifact;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What is read from report-service. */
@RegisterRestClient(configKey = "report-service")
@Path("/api/v1/artifacts")
interface ArtifactApi {
  /** The bytes of an artifact, in pieces as they arrive. */
  @GET
  @Path("/{id}/content")
  Multi<byte[]> content(
      @HeaderParam("Authorization") String authorization, @PathParam("id") UUID id);
}
