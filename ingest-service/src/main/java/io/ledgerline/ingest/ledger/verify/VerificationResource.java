package io.ledgerline.ingest.ledger.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.scan.LineStream;
import io.ledgerline.ingest.ledger.seal.Sealer;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.problem.InvalidRequest;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proves the ledger. */
@Path("/api/v1/ledger/verification")
@Produces("application/x-ndjson")
@RolesAllowed({Roles.SERVICE, Roles.VIEWER, Roles.BILLING_ADMIN})
@Tag(name = "verification", description = "Whether the ledger is what was committed")
public class VerificationResource {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2068-01-01T00:00:00Z");

  private final Sealer sealer;
  private final LineStream streams;
  private final Pool pool;
  private final ObjectMapper json;
  private final CurrentCaller caller;

  VerificationResource(
      Sealer sealer, LineStream streams, Pool pool, ObjectMapper json, CurrentCaller caller) {
    this.sealer = sealer;
    this.streams = streams;
    this.pool = pool;
    this.json = json;
    this.caller = caller;
  }

  /** Verifies a span, or everything. */
  @GET
  @Operation(
      summary = "Verify the ledger: rows, batches, chain and keys",
      description =
          "JSON lines: progress {\"checkedBatches\":n,\"of\":m}, findings"
              + " {\"finding\":…,\"batchId\":…,\"events\":[…],\"detail\":…}, and at the end"
              + " {\"end\":true,\"batches\":n,\"events\":n,\"findings\":n,\"sealNo\":n,"
              + "\"chainHead\":…}. The chain is computed over all batches, rows and keys for the"
              + " span, widened to whole hours. With verifiedSeal and verifiedHead, which an end line"
              + " without findings has told before as sealNo and chainHead, the chain is computed"
              + " from there on, or from the span's first batch when that was sealed before: what"
              + " lies between is proved by the head. Nothing is proved where the end line is"
              + " missing.")
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule")
  public Multi<byte[]> verify(
      @Parameter(description = "Charge time, inclusive; everything when absent") @QueryParam("from")
          String from,
      @Parameter(description = "Charge time, exclusive") @QueryParam("to") String to,
      @Parameter(description = "Seal number whose chain value the end line is to tell as chainAt")
          @QueryParam("headAt")
          Long headAt,
      @Parameter(description = "Seal number up to which the chain was found right before")
          @QueryParam("verifiedSeal")
          Long verifiedSeal,
      @Parameter(description = "The chain's value there, 64 hex digits") @QueryParam("verifiedHead")
          String verifiedHead) {
    TenantId tenant = caller.tenant();
    Instant first = from == null ? EARLIEST : instant("from", from);
    Instant end = to == null ? LATEST : instant("to", to);
    if (!first.isBefore(end)) {
      throw InvalidRequest.field("to", "period-empty", "to must be later than from");
    }
    Verification.Question question =
        new Verification.Question(
            tenant.value(), first, end, headAt, VerifiedHead.of(verifiedSeal, verifiedHead));
    return sealer
        .seal()
        .onItem()
        .transformToMulti(
            mark -> streams.of(new Verification(question, mark.watermark(), pool, json)));
  }

  private static Instant instant(String name, String text) {
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
        return time;
      }
    } catch (DateTimeException ignored) {
      // Told below.
    }
    throw InvalidRequest.field(
        name, "invalid-time", name + " must be an RFC 3339 time such as 2026-01-31T00:00:00Z");
  }
}
