package io.ledgerline.report.ledger.client;

import io.ledgerline.report.ledger.ControlTotals;
import io.ledgerline.report.ledger.Watermark;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The three reads that report-service makes of the ledger. */
@Path("/api/v1/ledger")
@RegisterRestClient(configKey = "ingest")
interface LedgerApi {
  @GET
  @Path("/watermark")
  @Produces("application/json")
  Watermark watermark(@HeaderParam("Authorization") String authorization);

  @GET
  @Path("/control-totals")
  @Produces("application/json")
  ControlTotals controlTotals(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("from") Instant from,
      @QueryParam("to") Instant to,
      @QueryParam("watermark") long watermark);

  @GET
  @Path("/events")
  @Produces("application/x-ndjson")
  InputStream events(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("from") Instant from,
      @QueryParam("to") Instant to,
      @QueryParam("watermark") long watermark);
}
