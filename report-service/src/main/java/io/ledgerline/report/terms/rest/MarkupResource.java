package io.ledgerline.report.terms.rest;

import static io.ledgerline.report.book.rest.EntryDesk.part;

import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.ShowsNoUsage;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.book.rest.EntryDesk;
import io.ledgerline.report.book.rest.EntryDoor;
import io.ledgerline.report.book.rest.EntryFilter;
import io.ledgerline.report.book.rest.EntryImportView;
import io.ledgerline.report.book.rest.WithdrawalBody;
import io.ledgerline.report.book.rest.WithdrawalView;
import io.ledgerline.report.pricing.Provider;
import io.ledgerline.report.terms.MarkupFactor;
import io.ledgerline.report.terms.TermMatch;
import io.ledgerline.report.terms.store.TermKind;
import io.ledgerline.report.terms.store.TermTables;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Markups on the contracted cost. */
@Path("/api/v1/markups")
@Tag(name = "markups")
public class MarkupResource {
  private static final String EXAMPLE =
      """
      {"operation": "chat", "provider": "openai", "model": "gpt-4o*", "factor": "1.251250",
       "validFrom": "2026-01-01T00:00:00Z", "source": "price sheet 2026"}""";

  private static final String WITHDRAWAL =
      """
      {"match": {"operation": "chat", "provider": "openai", "model": "gpt-4o*"},
       "validFrom": "2026-07-01T00:00:00Z"}""";

  private static final String TABLE = "operation,provider,factor\nchat,openai,1.251250\n";

  private static final EntryDoor<TermMatch, MarkupFactor, MarkupView> DOOR =
      new EntryDoor<>(
          TermKind.MARKUPS,
          "/api/v1/markups",
          "markup",
          MarkupView::of,
          MarkupMatchBody::of,
          markup -> Map.of("factor", markup.factor().toPlainString()));

  private final EntryDesk desk;

  MarkupResource(EntryDesk desk) {
    this.desk = desk;
  }

  /** Markups, also those that a later one replaces. */
  @GET
  @ShowsNoUsage
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Lists markups by what they are for and age")
  public Uni<Page<MarkupView>> list(
      @BeanParam EntryFilter filter,
      @QueryParam("operation") String operation,
      @QueryParam("provider") String provider,
      @QueryParam("model") String model) {
    return desk.list(
        DOOR,
        filter,
        part("operation", operation, "provider", Provider.family(provider), "model", model),
        Map.of());
  }

  /** One markup. */
  @GET
  @ShowsNoUsage
  @Represented
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Shows a markup")
  public Uni<MarkupView> show(@PathParam("id") UUID id) {
    return desk.show(DOOR, id);
  }

  /** Lays down a markup. */
  @POST
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Enters a markup: billed is the contracted cost times the factor",
      description =
          "The markup that names most things is used. Two that name equally many and could meet in"
              + " some usage are refused (overlapping-markup).")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "models", value = EXAMPLE)))
  @APIResponse(responseCode = "201", description = "Entered")
  @APIResponse(responseCode = "200", description = "The book says so already")
  public Uni<RestResponse<MarkupView>> add(@NotNull MarkupBody body) {
    return desk.add(DOOR, body.draft(), body.source());
  }

  /** Takes markups back. */
  @POST
  @Path("/withdrawals")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(summary = "Withdraws a markup, by its id or by what it is for")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "from-july", value = WITHDRAWAL)))
  @APIResponse(responseCode = "201", description = "Withdrawn")
  @APIResponse(responseCode = "200", description = "There was nothing to withdraw")
  public Uni<RestResponse<WithdrawalView>> withdraw(@NotNull WithdrawalBody<MarkupMatchBody> body) {
    return desk.withdraw(DOOR, body.with(MarkupMatchBody::match));
  }

  /** Imports a table. */
  @POST
  @Path("/imports")
  @Consumes({"text/csv", "text/plain"})
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Imports a table of markups in one transaction",
      description =
          "Columns: operation, provider, model, factor, withdrawn, validFrom, validTo."
              + " Importing the same table again changes nothing. With dryRun=true nothing is"
              + " changed at all.")
  @RequestBody(
      content =
          @Content(
              mediaType = "text/csv",
              examples = @ExampleObject(name = "table", value = TABLE)))
  @APIResponse(responseCode = "200", description = "What was, or would be, added and changed")
  @APIResponse(responseCode = "400", description = "The table has faults; 'errors' names rows")
  public Uni<EntryImportView> bring(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @QueryParam("source") @DefaultValue("import") String source,
      String body) {
    return desk.bring(DOOR, () -> TermTables.markups(body), source, dryRun);
  }

  /** Writes what counts as a table. */
  @GET
  @Path("/export")
  @Produces("text/csv")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "Writes markups as a table",
      description =
          "All that count, with the time at which they do, in the columns that an import reads:"
              + " importing the table again changes nothing.")
  public Uni<RestResponse<String>> export(@QueryParam("knownAt") String knownAt) {
    return desk.export(DOOR.kind(), knownAt, "markups.csv", TermTables::ofMarkups);
  }
}
