package io.ledgerline.report.pricing.rest;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.Texts;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.problem.FieldError;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.book.store.RefusedDraftsException;
import io.ledgerline.report.pricing.imports.AwsSampleFormat;
import io.ledgerline.report.pricing.imports.PriceList;
import io.ledgerline.report.pricing.store.PriceKind;
import io.ledgerline.report.store.OffLoop;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Brings price lists into the book. */
@Path("/api/v1/prices/imports")
@Tag(name = "prices")
public class PriceImportResource {
  private static final String AWS_EXAMPLE =
      "modelName,inputTokenPrice,outputTokenPrice\n"
          + "anthropic.claude-3-haiku-20240307-v1:0,0.00025,0.00125\n";
  private static final String CSV_EXAMPLE =
      "provider,model,meter,price,per,unit,currency,validFrom\n"
          + "openai,gpt-4o,input_tokens,2.50,1000000,token,USD,2026-01-01\n";

  private final BookStore book;
  private final CurrentCaller caller;

  PriceImportResource(BookStore book, CurrentCaller caller) {
    this.book = book;
    this.caller = caller;
  }

  /** Imports a list, or shows what an import would change. */
  @POST
  @Consumes({"text/csv", "text/plain", "application/json"})
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Imports a price list in one transaction",
      description =
          "Formats: aws-sample, litellm (the LiteLLM model map, JSON), litellm-history, csv. Rows"
              + " are matched by name, in any order; importing the same list again changes nothing."
              + " With dryRun=true nothing is changed at all. The counts are of the whole list;"
              + " 'changes' and 'account.leftOut' show 'limit' of them from 'offset' on.")
  @RequestBody(
      content =
          @Content(
              mediaType = "text/csv",
              examples = {
                @ExampleObject(name = "aws-sample", value = AWS_EXAMPLE),
                @ExampleObject(name = "csv", value = CSV_EXAMPLE)
              }))
  @APIResponse(responseCode = "200", description = "What was, or would be, added and changed")
  @APIResponse(responseCode = "400", description = "The list has faults; 'errors' names rows")
  public Uni<ImportView> importList(
      @QueryParam("format") @DefaultValue(AwsSampleFormat.NAME) String format,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @QueryParam("source") @DefaultValue("import") String source,
      @QueryParam("validFrom") String validFrom,
      @QueryParam("limit") @DefaultValue("100") Limit limit,
      @QueryParam("offset") @DefaultValue("0") int offset,
      byte[] body) {
    ImportFormat known = ImportFormat.named(format);
    Provenance by =
        new Provenance(Texts.required("source", source, Texts.MAX_NAME), caller.actor());
    Validity otherwise =
        validFrom == null
            ? Validity.ALWAYS
            : new Validity(InstantParam.read("validFrom", validFrom), null);
    ImportView.Part part = new ImportView.Part(Math.max(0, offset), limit.value());
    TenantId tenant = caller.tenant();
    return OffLoop.compute(() -> sound(known.read(body, otherwise)))
        .chain(
            list ->
                book.add(tenant, PriceKind.PRICES, list.entries(), by, dryRun)
                    .onFailure(RefusedDraftsException.class)
                    .transform(e -> refused(list, e.faults()))
                    .map(learnt -> ImportView.of(dryRun, list, learnt.changes(), part)));
  }

  private static PriceList sound(PriceList list) {
    if (!list.isSound()) {
      throw new InvalidRequest(
          "The price list has faults; the book is unchanged.",
          list.faults().stream()
              .map(fault -> new FieldError(fault.field(), fault.code(), fault.detail()))
              .toList());
    }
    return list;
  }

  /** The book's faults, told by where the prices stand in the list. */
  private static InvalidRequest refused(PriceList list, List<DraftFault> faults) {
    return new InvalidRequest(
        "The book does not take the price list; it is unchanged.",
        faults.stream()
            .map(
                fault -> {
                  String place = list.places().get(fault.index());
                  return new FieldError(
                      fault.field().isEmpty() ? place : place + "." + fault.field(),
                      fault.code(),
                      fault.detail());
                })
            .toList());
  }
}
