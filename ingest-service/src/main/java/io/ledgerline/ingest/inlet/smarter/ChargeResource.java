package io.ledgerline.ingest.inlet.smarter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.inlet.ItemAnswer;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.RecordedEvents;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.audit.Unaudited;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.page.Sort;
import io.ledgerline.platform.rest.Represented;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/charges}: charges in Smarter's form. */
@Path("/api/v1/charges")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "charges", description = "Charges in Smarter's form in, and listed")
public class ChargeResource {
  private static final String ONE =
      """
      {"id": "4711", "created_at": "2024-01-01T08:00:00Z", "account": "3141-5926-5359",
       "user": "u@example.com", "session_key": "chat-9", "provider": "openai",
       "charge_type": "completion", "model": "gpt-4", "prompt_tokens": 10,
       "completion_tokens": 20, "total_tokens": 30, "reference": "fp_44709d6fcb"}""";

  /** Above this many bytes, reading the body would keep an event loop from its other work. */
  private static final int READ_ELSEWHERE = 64 * 1024;

  private final ChargeInlet inlet;
  private final RecordedEvents recorded;
  private final ConsumptionStore consumptions;
  private final CurrentCaller caller;
  private final ObjectMapper json;
  private final Vertx vertx;

  ChargeResource(
      ChargeInlet inlet,
      RecordedEvents recorded,
      ConsumptionStore consumptions,
      CurrentCaller caller,
      ObjectMapper json,
      Vertx vertx) {
    this.inlet = inlet;
    this.recorded = recorded;
    this.consumptions = consumptions;
    this.caller = caller;
    this.json = json;
    this.vertx = vertx;
  }

  /** Records one charge, an array of charges, or an object with an array {@code charges}. */
  @POST
  @Unaudited
  @KeepsScope
  @RolesAllowed(Roles.INGEST)
  @Operation(
      summary = "Record charges",
      description =
          """
          Takes one charge, an array of up to 10,000, or {"charges": [...]}, and answers for each,
          in the order sent: `recorded`, `duplicate` (same id, same content), `conflict` (same id,
          other content; nothing was changed) or `rejected` with the reason. A charge without
          `created_at` counts at its first receipt. Charges of the types `tool` and `plugin` repeat
          the tokens of their completion.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class),
              examples = {
                @ExampleObject(name = "one charge", value = ONE),
                @ExampleObject(name = "several charges", value = "{\"charges\": [" + ONE + "]}")
              }))
  @APIResponse(
      responseCode = "200",
      description = "One result per charge, in the order sent",
      content = @Content(schema = @Schema(implementation = ItemAnswer.class)))
  @APIResponse(responseCode = "400", description = "No JSON, or no charge in it")
  @APIResponse(responseCode = "409", description = "A single charge that conflicts")
  @APIResponse(responseCode = "413", description = "Too many charges or bytes")
  @APIResponse(responseCode = "422", description = "A single charge that was rejected")
  public Uni<Object> record(byte[] body) throws JsonProcessingException {
    TenantId tenant = caller.tenant();
    AccessScope scope = caller.scope().orElse(null);
    Uni<ChargeReader.Call> call =
        body.length <= READ_ELSEWHERE
            ? Uni.createFrom().item(read(body, scope))
            : vertx.executeBlocking(() -> read(body, scope), false);
    return call.chain(
        read -> inlet.record(tenant, read).map(outcomes -> (Object) answer(read, outcomes)));
  }

  /** A page of charges. */
  @GET
  @KeepsScope
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "List charges in the order in which they were recorded",
      description =
          "'consumed' says whether a charge is in the daily billing records. A page may hold fewer"
              + " items than the limit, even none, and still have a nextCursor. What was taken back"
              + " is not listed.")
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule")
  public Uni<Page<ChargeView>> list(
      @BeanParam ChargeParameters parameters,
      @Parameter(description = "'-posted' for the newest first")
          @QueryParam("sort")
          @DefaultValue("posted")
          String sort,
      @QueryParam("cursor") Cursor cursor,
      @QueryParam("limit") @DefaultValue("100") Limit limit) {
    TenantId tenant = caller.tenant();
    boolean descending = Sort.of(sort, List.of("posted")).descending();
    return recorded
        .page(tenant, parameters.wish(caller.scope().orElse(null)), descending, cursor, limit)
        .chain(
            page ->
                consumptions
                    .find(tenant)
                    .map(known -> page.map(event -> ChargeView.of(event, known))));
  }

  /** Notes how far charges were added up. */
  @PUT
  @Path("/consumption")
  @Unaudited
  @RolesAllowed(Roles.SERVICE)
  @Operation(hidden = true)
  public Uni<Void> consumed(@NotNull Consumption consumption) {
    return consumptions.note(caller.tenant(), consumption);
  }

  private ChargeReader.Call read(byte[] body, AccessScope scope) throws JsonProcessingException {
    try {
      JsonNode tree =
          json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(body);
      return ChargeReader.call(tree, scope);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
  }

  private static ItemAnswer answer(ChargeReader.Call call, List<Outcome> outcomes) {
    List<String> ids = new ArrayList<>();
    call.charges().forEach(read -> ids.add(read.id()));
    ItemAnswer answer = ItemAnswer.of(ids, outcomes);
    return call.single() ? answer.orProblem(outcomes.getFirst()) : answer;
  }
}
