package io.ledgerline.report.vendor.vergeos.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.AccessScope;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.report.vendor.vergeos.query.FieldChoice;
import io.ledgerline.report.vendor.vergeos.query.Filters;
import io.ledgerline.report.vendor.vergeos.query.RecordQuery;
import io.ledgerline.report.vendor.vergeos.store.RecordStore;
import io.ledgerline.report.vendor.vergeos.store.RecordSummary;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Billing records, as the clients of VergeOS list and get them. */
@Path("/api/v4/billing")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
@KeepsScope
@Tag(name = "vergeos")
public class BillingResource {
  private static final String LIST_EXAMPLE =
      """
      [{"$key": 2, "created": 1704153600, "used_cores": 40, "total_cores": 64}]""";
  private static final String MAX_KEY = "[1-9][0-9]{0,17}";

  private final RecordStore records;
  private final RecordSummary summary;
  private final ObjectMapper json;
  private final CurrentCaller caller;

  BillingResource(
      RecordStore records, RecordSummary summary, ObjectMapper json, CurrentCaller caller) {
    this.records = records;
    this.summary = summary;
    this.json = json;
    this.caller = caller;
  }

  /** Records, in pieces of an array: each item is some of its elements. */
  @GET
  @Operation(
      summary = "Lists billing records, as VergeOS does",
      description =
          "All that the parameters ask for, in one array. Without `limit`, or with 0, all records.")
  @APIResponse(
      responseCode = "200",
      description = "The records; numbers are never null",
      content = @Content(examples = @ExampleObject(name = "records", value = LIST_EXAMPLE)))
  @APIResponse(responseCode = "422", description = "A parameter is not understood")
  public Multi<byte[]> list(
      @Parameter(
              description = "Names by commas, or `all`, `most`, `summary`",
              example = "$key,created,used_cores")
          @QueryParam("fields")
          String fields,
      @Parameter(
              description =
                  "`field operator value` joined by `and` and `or`, of which `and` binds tighter;"
                      + " parentheses. Operators: eq ne gt ge lt le, in (a, b), and for texts bw ew"
                      + " cs ct like",
              example = "created ge 1704067200 and used_cores gt 15")
          @QueryParam("filter")
          String filter,
      @Parameter(description = "Fields by commas, `-` for descending", example = "-created")
          @QueryParam("sort")
          String sort,
      @Parameter(description = "Most records; 0 for all") @QueryParam("limit") String limit,
      @Parameter(description = "Records to skip") @QueryParam("offset") String offset) {
    RecordQuery query = RecordQuery.read(fields, filter, sort, limit, offset);
    return records.list(caller.tenant(), scope(), query).map(this::elements);
  }

  private AccessScope scope() {
    return caller.scope().orElse(null);
  }

  /** Without the brackets, which the server writes around all items. */
  private byte[] elements(List<Map<String, Object>> page) {
    try {
      byte[] array = json.writeValueAsBytes(page);
      return Arrays.copyOfRange(array, 1, array.length - 1);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and numbers can be written", e);
    }
  }

  /** One record. */
  @GET
  @Path("/{key}")
  @Operation(summary = "Shows a billing record, as VergeOS does")
  @APIResponse(responseCode = "404", description = "The tenant has no record of that number")
  public Uni<Map<String, Object>> show(
      @PathParam("key") String key, @QueryParam("fields") String fields) {
    if (!key.matches(MAX_KEY)) {
      throw NotFound.of("billing record", key);
    }
    return records
        .find(caller.tenant(), scope(), Long.parseLong(key), FieldChoice.read(fields))
        .onItem()
        .ifNull()
        .failWith(() -> NotFound.of("billing record", key));
  }

  /** What the vendor's client works out from all rows; and what it does not. */
  @GET
  @Path("/summary")
  @Operation(
      summary = "Summarises billing records: averages, peaks, 95th percentiles",
      description =
          "Worked out in the database, over the records of `filter`. Utilisations are means of the"
              + " records' percentages; GB are of 1024³ bytes; totals of processors are those of the"
              + " newest record; without a record every value is 0. The 95th percentile is the"
              + " smallest value that at least 95 % of the records do not exceed.")
  public Uni<Map<String, Object>> summary(
      @Parameter(example = "created ge 1704067200") @QueryParam("filter") String filter) {
    return summary.of(caller.tenant(), scope(), Filters.read(filter));
  }
}
