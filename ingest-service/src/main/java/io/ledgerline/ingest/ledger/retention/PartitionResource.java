package io.ledgerline.ingest.ledger.retention;

import io.ledgerline.ingest.ledger.retention.archive.ArchiveTable;
import io.ledgerline.ingest.ledger.retention.archive.ArchiveWorker;
import io.ledgerline.ingest.ledger.retention.restore.RestorationTable;
import io.ledgerline.ingest.ledger.retention.restore.RestorationWorker;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.Conflict;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/ledger/partitions}. */
@Path("/api/v1/ledger/partitions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "retention", description = "How long the ledger keeps its months")
public class PartitionResource {
  private final PartitionQuery query;
  private final ArchiveTable archives;
  private final ArchiveWorker archiver;
  private final RestorationTable restorations;
  private final RestorationWorker restorer;
  private final RetentionPolicy policy;
  private final CurrentCaller caller;

  PartitionResource(
      PartitionQuery query,
      ArchiveTable archives,
      ArchiveWorker archiver,
      RestorationTable restorations,
      RestorationWorker restorer,
      RetentionPolicy policy,
      CurrentCaller caller) {
    this.query = query;
    this.archives = archives;
    this.archiver = archiver;
    this.restorations = restorations;
    this.restorer = restorer;
    this.policy = policy;
    this.caller = caller;
  }

  /** Lists months, the oldest first. */
  @GET
  @Represented
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "List the months of the ledger, the oldest first, gone ones too",
      description =
          "Those in which the tenant has usage or holds; the operator sees all of them, with their"
              + " size and archives, which are of all tenants.")
  public Uni<Page<LedgerPartition>> list(
      @QueryParam("cursor") Cursor cursor, @QueryParam("limit") @DefaultValue("100") Limit limit) {
    return query.list(caller.tenant(), Operators.include(caller), cursor, limit);
  }

  /** Has a month archived now. */
  @POST
  @Path("/{month}/archives")
  @Blocking
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      summary = "Archive a month now",
      description =
          "Returns at once; the list of months shows how far it is. A month that is still open is"
              + " copied up to the highest seal number, and nothing else happens to it.")
  @APIResponse(responseCode = "202", description = "It is being archived")
  @APIResponse(responseCode = "403", description = "Only the operator may")
  @APIResponse(responseCode = "404", description = "The ledger has no such month any more")
  @APIResponse(responseCode = "409", description = "There is no place for archives")
  public Response archive(@Parameter(example = "2026-01") @PathParam("month") String month) {
    Operators.require(caller);
    YearMonth wanted = Months.parse("month", month);
    if (!policy.archives()) {
      throw new Conflict(
          "There is no place for archives: set ledgerline.retention.archive.bucket.");
    }
    long id =
        archives
            .request(wanted, caller.actor())
            .orElseThrow(() -> NotFound.of("month in the ledger", wanted));
    archiver.wake();
    return Response.accepted(new Accepted(id)).build();
  }

  /** Has a dropped month read back from its archive. */
  @POST
  @Path("/{month}/restorations")
  @Blocking
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      summary = "Read a dropped month back from its archive",
      description =
          "Returns at once; when all its rows are there, and each batch has the digest that was"
              + " noted at its acceptance, the month is ARCHIVED again and part of the ledger. A"
              + " legal hold has to stand on it, or the policy would drop it again.")
  @APIResponse(responseCode = "202", description = "It is being read back")
  @APIResponse(responseCode = "403", description = "Only the operator may")
  @APIResponse(responseCode = "409", description = "It was not dropped, or no hold stands on it")
  public Response restore(@Parameter(example = "2026-01") @PathParam("month") String month) {
    Operators.require(caller);
    YearMonth wanted = Months.parse("month", month);
    long id =
        restorations
            .request(wanted, caller.actor())
            .orElseThrow(
                () ->
                    new Conflict(
                        "%s was not dropped, or no legal hold stands on it: place one first."
                            .formatted(wanted)));
    restorer.wake();
    return Response.accepted(new Restoring(id)).build();
  }

  /**
   * The restoration that is begun, or was already running.
   *
   * @param restoration its number
   */
  @RegisterForReflection
  public record Restoring(long restoration) {}

  /**
   * The archive that is begun, or was already running.
   *
   * @param archive its number
   */
  @RegisterForReflection
  public record Accepted(long archive) {}
}
