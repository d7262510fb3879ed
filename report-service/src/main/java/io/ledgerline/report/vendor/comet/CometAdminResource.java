package io.ledgerline.report.vendor.comet;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.problem.Forbidden;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.report.access.KeyQuery;
import io.ledgerline.report.access.Keys;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What organisation admins of Comet ask for. */
@Path(CometPaths.ROOT)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INGEST, Roles.VIEWER, Roles.BILLING_ADMIN, Roles.SERVICE})
@Tag(name = "comet", description = "The admin paths that Comet's clients call")
public class CometAdminResource {
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
  private static final KeyQuery MACHINES = new KeyQuery(null, Roles.INGEST, false, null);
  private static final int MOST_ACCOUNTS = 1_000;

  private final CometReports reports;
  private final CometConfig config;
  private final Keys keys;
  private final CurrentCaller caller;

  CometAdminResource(CometReports reports, CometConfig config, Keys keys, CurrentCaller caller) {
    this.reports = reports;
    this.config = config;
    this.keys = keys;
    this.caller = caller;
  }

  /**
   * A service account.
   *
   * @param name what people call it
   * @param username the same, for clients that look there
   */
  public record ServiceAccount(String name, String username) {}

  /** The chargeback report of a month. */
  @GET
  @Path("/chargeback/report")
  @RunOnVirtualThread
  @KeepsScope
  @Operation(
      summary = "Users, workspaces, members, projects, experiments and sizes of a month",
      description =
          "The header Authorization is the API key itself. Members, experiments and sizes are those"
              + " at the month's end, calls those within it.")
  @APIResponse(responseCode = "200", description = "The report")
  @APIResponse(responseCode = "400", description = "It is no month, or one to come")
  @APIResponse(responseCode = "403", description = "The key is no organisation admin's")
  public CometReport chargeback(
      @Parameter(example = "2026-01", description = "Without it the current month so far")
          @QueryParam("reportMonth")
          String reportMonth) {
    requireOn();
    requireAdmin();
    return reports.of(caller.tenant(), month(reportMonth), accounts());
  }

  /** Keys of machines. */
  @GET
  @Path("/service-accounts")
  @Operation(summary = "Names of the keys that machines use")
  @APIResponse(responseCode = "200", description = "By name")
  public Uni<List<ServiceAccount>> serviceAccounts() {
    requireAdmin();
    return keys.list(caller.tenant(), null, MACHINES, null, MOST_ACCOUNTS)
        .map(
            all ->
                all.stream()
                    .map(key -> new ServiceAccount(key.name(), key.name()))
                    .sorted(java.util.Comparator.comparing(ServiceAccount::name))
                    .toList());
  }

  /** The accounts that the key sees; none for all. */
  private Set<String> accounts() {
    AccessScope scope = caller.scope().orElse(null);
    if (scope == null) {
      return Set.of();
    }
    if (scope.sourceAccounts().isEmpty()) {
      throw new Forbidden("This key is limited to cost centres, which this report does not know.");
    }
    return scope.sourceAccounts();
  }

  private YearMonth month(String text) {
    YearMonth now = reports.currentMonth();
    if (text == null) {
      return now;
    }
    if (!MONTH.matcher(text).matches() || text.startsWith("0000")) {
      throw InvalidRequest.field(
          "reportMonth", "invalid-month", "reportMonth is a month such as 2026-01");
    }
    YearMonth month = YearMonth.parse(text);
    if (month.isAfter(now)) {
      throw InvalidRequest.field("reportMonth", "future", "reportMonth is yet to come");
    }
    return month;
  }

  private void requireOn() {
    if (!config.chargebackUsageReportEnabled()) {
      throw NotFound.of("report", "chargeback");
    }
  }

  private void requireAdmin() {
    boolean named = config.adminUsers().map(users -> users.contains(caller.name())).orElse(false);
    if (!caller.hasRole(Roles.BILLING_ADMIN) && !named) {
      throw new Forbidden("Only organisation admins may see this.");
    }
  }
}
