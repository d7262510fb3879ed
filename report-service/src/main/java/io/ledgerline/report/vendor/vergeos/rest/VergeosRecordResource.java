package io.ledgerline.report.vendor.vergeos.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.Texts;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.FieldError;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.PayloadTooLarge;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.vendor.vergeos.BillingRecord;
import io.ledgerline.report.vendor.vergeos.RecordField;
import io.ledgerline.report.vendor.vergeos.RecordPart;
import io.ledgerline.report.vendor.vergeos.store.MakingStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Billing records that were made elsewhere and move here. */
@Path("/api/v1/vendors/vergeos/records")
@RolesAllowed(Roles.BILLING_ADMIN)
@Tag(name = "vergeos")
public class VergeosRecordResource {
  private static final int MAX_RECORDS = 10_000;
  private static final String EXAMPLE =
      """
      [{"$key": 1, "created": 1704067200, "from": 1704063600, "to": 1704067200, "sent": 1704067201,
        "description": "Billing report for January", "used_cores": 32, "total_cores": 64,
        "used_ram": 65536, "total_ram": 131072, "tier_0_used": 107374182400}]""";

  private final MakingStore store;
  private final ObjectMapper json;
  private final CurrentCaller caller;
  private final Clock clock;

  VergeosRecordResource(MakingStore store, ObjectMapper json, CurrentCaller caller, Clock clock) {
    this.store = store;
    this.json = json;
    this.caller = caller;
    this.clock = clock;
  }

  /** Brings records under their own numbers. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      summary = "Brings billing records of a VergeOS over, with their numbers",
      description =
          "Takes what `GET /api/v4/billing` of that system answers: an array of up to 10,000, or one."
              + " What is there already and says the same is a `duplicate`; what says something else"
              + " is a `conflict` and changes nothing. Records that are made here go on behind the"
              + " greatest number. A record with a `sourceAccount` is seen by keys of that account,"
              + " too.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class),
              examples = @ExampleObject(name = "records", value = EXAMPLE)))
  @APIResponse(responseCode = "200", description = "One result for each, in the order sent")
  @APIResponse(responseCode = "413", description = "More than 10,000 records")
  public BroughtView bring(byte[] body) throws IOException {
    JsonNode all = json.readTree(body);
    if (all.isMissingNode() || all.isArray() && all.isEmpty()) {
      throw new InvalidRequest(ErrorCode.EMPTY_BATCH, "The request holds no record.");
    }
    if (all.size() > MAX_RECORDS && all.isArray()) {
      throw new PayloadTooLarge(
          ErrorCode.TOO_MANY_ENTRIES, "A call brings at most %,d records.".formatted(MAX_RECORDS));
    }
    List<BroughtView.Result> results = new ArrayList<>();
    for (JsonNode one : all.isArray() ? all : List.of(all)) {
      results.add(bring(caller.tenant(), one));
    }
    return BroughtView.of(results);
  }

  private BroughtView.Result bring(TenantId tenant, JsonNode node) {
    try {
      BillingRecord brought = RecordBody.read(node, caller.actor(), clock.instant());
      BillingRecord known = Awaiting.outcome(store.bring(tenant, brought, parts(node, brought)));
      if (known == null) {
        return new BroughtView.Result(brought.key(), "recorded", null);
      }
      return saysTheSame(brought, known)
          ? new BroughtView.Result(brought.key(), "duplicate", null)
          : new BroughtView.Result(
              brought.key(),
              "conflict",
              new FieldError(
                  "$key", "conflict", "A record of this number is there and says something else."));
    } catch (InvalidValueException e) {
      return new BroughtView.Result(
          null, "rejected", new FieldError(e.field(), e.code(), e.detail()));
    }
  }

  private static List<RecordPart> parts(JsonNode node, BillingRecord brought) {
    String account = node.path("sourceAccount").textValue();
    return account == null
        ? List.of()
        : List.of(
            RecordPart.whole(brought, Texts.required("sourceAccount", account, Texts.MAX_NAME)));
  }

  /** That one was sent meanwhile makes no other record of it. */
  private static boolean saysTheSame(BillingRecord one, BillingRecord other) {
    return one.description().equals(other.description())
        && withoutSent(one).equals(withoutSent(other));
  }

  private static Map<RecordField, Long> withoutSent(BillingRecord one) {
    Map<RecordField, Long> numbers = new EnumMap<>(one.numbers());
    numbers.remove(RecordField.SENT);
    return numbers;
  }
}
