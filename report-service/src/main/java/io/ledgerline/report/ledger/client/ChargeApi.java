package io.ledgerline.report.ledger.client;

import io.ledgerline.report.ledger.Consumption;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What report-service tells of charges. */
@Path("/api/v1/charges")
@RegisterRestClient(configKey = "ingest")
interface ChargeApi {
  @PUT
  @Path("/consumption")
  @Consumes("application/json")
  void consumed(@HeaderParam("Authorization") String authorization, Consumption consumption);
}
