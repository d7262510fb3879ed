package io.ledgerline.report.pricing.rest;

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
import io.ledgerline.report.pricing.AliasedModel;
import io.ledgerline.report.pricing.ModelAlias;
import io.ledgerline.report.pricing.Provider;
import io.ledgerline.report.pricing.imports.AliasTable;
import io.ledgerline.report.pricing.store.ModelAliasKind;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The tenant's own names for models: deployments, inference profiles, names of a gateway. */
@Path("/api/v1/model-aliases")
@Tag(name = "prices")
public class ModelAliasResource {
  private static final String WITHDRAWAL =
      """
      {"match": {"provider": "azure", "name": "my-deployment"}, "validFrom": "2026-03-01T00:00:00Z"}""";

  private static final String EXAMPLE =
      """
      {"provider": "azure.ai.openai", "name": "chat-production", "model": "gpt-4o",
       "validFrom": "2026-01-15T10:15:00Z"}""";

  private static final String TABLE = "provider,name,model\nazure,chat-production,gpt-4o\n";

  private static final EntryDoor<ModelAlias, AliasedModel, AliasView> DOOR =
      new EntryDoor<>(
          ModelAliasKind.ALIASES,
          "/api/v1/model-aliases",
          "model alias",
          AliasView::of,
          key -> key,
          value -> value);

  private final EntryDesk desk;

  ModelAliasResource(EntryDesk desk) {
    this.desk = desk;
  }

  /** All entries, also those that a later one replaces. */
  @GET
  @ShowsNoUsage
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Lists the tenant's own names for models by name and age")
  public Uni<Page<AliasView>> list(
      @BeanParam EntryFilter filter,
      @QueryParam("provider") String provider,
      @QueryParam("name") String name,
      @QueryParam("model") String model) {
    return desk.list(
        DOOR,
        filter,
        part("provider", Provider.family(provider), "name", name),
        part("model", model));
  }

  /** One entry. */
  @GET
  @ShowsNoUsage
  @Represented
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(summary = "Shows an entry of a name")
  @APIResponse(responseCode = "404", description = "There is none")
  public Uni<AliasView> show(@PathParam("id") UUID id) {
    return desk.show(DOOR, id);
  }

  /** Lays down a name. */
  @POST
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Says which model a name means",
      description =
          "For names that nothing can be read out of: deployments, application inference profiles,"
              + " names of a gateway. Nothing is edited: a correction is a new entry.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "deployment", value = EXAMPLE)))
  @APIResponse(responseCode = "201", description = "Entered")
  @APIResponse(responseCode = "200", description = "The book says so already")
  public Uni<RestResponse<AliasView>> add(@NotNull AliasBody body) {
    return desk.add(DOOR, body.draft(), body.source());
  }

  /** Takes a name back. */
  @POST
  @Path("/withdrawals")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(summary = "Withdraws a name, by its entry's id or by what it matches")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "by key", value = WITHDRAWAL)))
  @APIResponse(responseCode = "201", description = "Withdrawn")
  @APIResponse(responseCode = "200", description = "There was nothing to withdraw")
  public Uni<RestResponse<WithdrawalView>> withdraw(@NotNull WithdrawalBody<ModelAlias> body) {
    return desk.withdraw(DOOR, body);
  }

  /** Imports a table. */
  @POST
  @Path("/imports")
  @Consumes({"text/csv", "text/plain"})
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Imports a table of the names for models in one transaction",
      description =
          "Columns: provider, name, model, modelProvider, withdrawn, validFrom, validTo."
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
    return desk.bring(DOOR, () -> AliasTable.read(body), source, dryRun);
  }

  /** Writes what counts as a table. */
  @GET
  @ShowsNoUsage
  @Path("/export")
  @Produces("text/csv")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "Writes the names for models as a table",
      description =
          "All that count, with the time at which they do, in the columns that an import reads:"
              + " importing the table again changes nothing.")
  public Uni<RestResponse<String>> export(@QueryParam("knownAt") String knownAt) {
    return desk.export(DOOR.kind(), knownAt, "model-aliases.csv", AliasTable::write);
  }
}
