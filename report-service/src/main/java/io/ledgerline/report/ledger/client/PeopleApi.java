package io.ledgerline.report.ledger.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.ledgerline.report.ledger.ErasedPrincipal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Makes the ledger forget names. */
@Path("/api/v1/ledger/erasures")
@RegisterRestClient(configKey = "ingest")
interface PeopleApi {
  /** Whom to forget. */
  @RegisterForReflection
  record Wish(List<String> names) {}

  /** Who has no name now. */
  @RegisterForReflection(targets = {Done.class, ErasedPrincipal.class})
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Done(List<ErasedPrincipal> erased) {}

  @POST
  @Consumes("application/json")
  @Produces("application/json")
  Done erase(@HeaderParam("Authorization") String authorization, Wish wish);
}
