package io.ledgerline.report.vendor.vergeos.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.idempotency.IdempotencyKey;
import io.ledgerline.report.vendor.vergeos.making.RecordMaker;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What can be done with billing records: one more can be asked for. */
@Path("/api/v4/billing_actions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.BILLING_ADMIN)
@Tag(name = "vergeos")
public class BillingActionResource {
  private static final String GENERATE = "generate";

  private final RecordMaker maker;
  private final ObjectMapper json;
  private final CurrentCaller caller;

  BillingActionResource(RecordMaker maker, ObjectMapper json, CurrentCaller caller) {
    this.maker = maker;
    this.json = json;
    this.caller = caller;
  }

  /** Makes a record up to now. */
  @POST
  @RunOnVirtualThread
  @Operation(
      summary = "Makes a billing record now, as VergeOS does",
      description =
          "From the end of the last record up to now. Repeated with the same `Idempotency-Key`, or"
              + " without one within 5 seconds, it answers with the record already made.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class),
              examples = @ExampleObject(name = "generate", value = "{\"action\": \"generate\"}")))
  @APIResponse(responseCode = "201", description = "Made; `$key` is the record's number")
  @APIResponse(responseCode = "422", description = "Another action than `generate`")
  public RestResponse<CreatedView> act(
      @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, byte[] body) throws IOException {
    JsonNode action = json.readTree(body).path("action");
    if (!action.isTextual() || !action.textValue().equals(GENERATE)) {
      throw new InvalidValueException(
          "action", "unknown-action", "The one action on billing records is 'generate'.");
    }
    long key = maker.generate(caller.tenant(), IdempotencyKey.of(idempotencyKey), caller.actor());
    String path = "billing_actions/" + key;
    return RestResponse.status(
        RestResponse.Status.CREATED, new CreatedView("/v4/" + path, path, key, Long.toString(key)));
  }
}
