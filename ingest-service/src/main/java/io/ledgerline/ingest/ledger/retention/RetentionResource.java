package io.ledgerline.ingest.ledger.retention;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.rest.Represented;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/ledger/retention}. */
@Path("/api/v1/ledger/retention")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
@Tag(name = "retention", description = "How long the ledger keeps its months")
public class RetentionResource {
  private final RetentionPolicy policy;
  private final RetentionConfig config;
  private final MonthTable months;
  private final PartitionQuery query;
  private final CurrentCaller caller;
  private final Clock clock;

  RetentionResource(
      RetentionPolicy policy,
      RetentionConfig config,
      MonthTable months,
      PartitionQuery query,
      CurrentCaller caller,
      Clock clock) {
    this.policy = policy;
    this.config = config;
    this.months = months;
    this.query = query;
    this.caller = caller;
    this.clock = clock;
  }

  /** A dry run of the policy. */
  @GET
  @Represented
  @Blocking
  @Operation(
      summary = "What the policy would do now, and why not more",
      description =
          "A dry run: it judges by the same rules as what is really done. The operator sees all"
              + " months and the numbers behind a verdict; others those with usage of theirs.")
  public RetentionForecast forecast() {
    Instant now = clock.instant();
    boolean operator = Operators.include(caller);
    Set<YearMonth> own = operator ? Set.of() : months.of(caller.tenant());
    RetentionPlan plan = new RetentionPlan(policy, now);
    return new RetentionForecast(
        now,
        policy.keepMonths().isPresent() ? policy.keepMonths().getAsInt() : null,
        policy.closedAfter().orElse(null),
        operator ? config.archive().bucket().orElse(null) : null,
        months.views().stream()
            .filter(view -> operator || own.contains(view.month()))
            .map(
                view ->
                    new RetentionForecast.Month(
                        view.month().toString(),
                        view.state(),
                        policy.closesAt(view.month()).orElse(null),
                        policy.keptUntil(view.month()).orElse(null),
                        operator ? plan.judge(view) : plan.judge(view).withoutDetail()))
            .toList());
  }

  /** What was decided and done so far. */
  @GET
  @Represented
  @Path("/decisions")
  @Operation(summary = "List what was decided and done, the newest first")
  public Uni<Page<RetentionDecision>> decisions(
      @QueryParam("cursor") Cursor cursor, @QueryParam("limit") @DefaultValue("100") Limit limit) {
    return query.decisions(caller.tenant(), Operators.include(caller), cursor, limit);
  }
}
