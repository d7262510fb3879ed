package io.ledgerline.report.ledger.client;

import io.ledgerline.report.ledger.Watermark;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The reads that report-service makes of the ledger. */
@Path("/api/v1/ledger")
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(AbandonedAnswers.class)
interface LedgerApi {
  @GET
  @Path("/watermark")
  @Produces("application/json")
  Watermark watermark(@HeaderParam("Authorization") String authorization);

  @GET
  @Path("/control-totals")
  @Produces("application/json")
  InputStream controlTotals(
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
      @QueryParam("watermark") long watermark,
      @QueryParam("resources") boolean resources);

  @GET
  @Path("/place-sums")
  @Produces("application/x-ndjson")
  InputStream placeSums(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("from") Instant from,
      @QueryParam("to") Instant to,
      @QueryParam("watermark") long watermark,
      @QueryParam("meter") List<String> meters,
      @QueryParam("sourceAccount") List<String> accounts);

  @GET
  @Path("/quarter-sums")
  @Produces("application/x-ndjson")
  InputStream quarterSums(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("from") Instant from,
      @QueryParam("to") Instant to,
      @QueryParam("watermark") long watermark,
      @QueryParam("meter") List<String> meters,
      @QueryParam("tag") List<String> tags,
      @QueryParam("step") List<Integer> steps);

  @GET
  @Path("/hourly-totals")
  @Produces("application/x-ndjson")
  InputStream hourlyTotals(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("from") Instant from,
      @QueryParam("to") Instant to,
      @QueryParam("watermark") long watermark);

  @GET
  @Path("/batches/{id}/events")
  @Produces("application/x-ndjson")
  InputStream batchEvents(
      @HeaderParam("Authorization") String authorization, @PathParam("id") UUID batchId);

  @GET
  @Path("/batches")
  @Produces("application/json")
  BatchPage batches(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("state") String state,
      @QueryParam("limit") int limit,
      @QueryParam("cursor") String cursor);

  @GET
  @Path("/verification")
  @Produces("application/x-ndjson")
  InputStream verification(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("from") Instant from,
      @QueryParam("to") Instant to,
      @QueryParam("verifiedSeal") Long verifiedSeal,
      @QueryParam("verifiedHead") String verifiedHead);

  @GET
  @Path("/batches/messages")
  @Produces("application/x-ndjson")
  InputStream messages(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("from") Instant from,
      @QueryParam("to") Instant to,
      @QueryParam("after") long after,
      @QueryParam("watermark") long watermark);

  @GET
  @Path("/daily-sums")
  @Produces("application/x-ndjson")
  InputStream dailySums(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("source") String source,
      @QueryParam("after") long after,
      @QueryParam("watermark") long watermark,
      @QueryParam("day") Collection<String> days);
}
