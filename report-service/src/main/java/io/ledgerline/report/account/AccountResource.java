package io.ledgerline.report.account;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.rating.store.UsageCuts;
import io.ledgerline.report.store.Awaiting;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The accounts that usage came from. */
@Path("/api/v1/accounts")
@Tag(name = "accounts")
public class AccountResource {
  private static final Duration USUAL = Duration.ofDays(31);
  private static final Duration LONGEST = Duration.ofDays(400);
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
  private static final int LONGEST_NAME = 512;

  private final AccountStore accounts;
  private final SeenAccounts seen;
  private final UsageCuts cuts;
  private final CurrentCaller caller;
  private final Clock clock;

  AccountResource(
      AccountStore accounts, SeenAccounts seen, UsageCuts cuts, CurrentCaller caller, Clock clock) {
    this.accounts = accounts;
    this.seen = seen;
    this.cuts = cuts;
    this.caller = caller;
    this.clock = clock;
  }

  /** All accounts that were ever seen, with what they used in a span. */
  @GET
  @KeepsScope
  @Represented
  @RunOnVirtualThread
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Operation(
      summary = "Lists the accounts that usage came from, with first and last use and sums",
      description =
          "By name. Sums and uses are of the span, from the rollups; accounts without usage in it"
              + " are listed without. A key that is limited to cost centres sees the accounts of"
              + " the usage in the span that they pay for, and sums of that usage.")
  @APIResponse(responseCode = "200", description = "A page of accounts")
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule; 'errors' names it")
  public Page<AccountView> list(
      @Parameter(description = "What the name begins with") @QueryParam("beginning")
          String beginning,
      @Parameter(description = "Inclusive; 31 days before 'to' when absent") @QueryParam("from")
          String from,
      @Parameter(description = "Exclusive, at most 400 days later; now when absent")
          @QueryParam("to")
          String to,
      @QueryParam("limit") @DefaultValue("100") Limit limit,
      @QueryParam("cursor") Cursor cursor) {
    Instant end = to == null ? clock.instant() : instant(to, "to");
    Instant start = from == null ? end.minus(USUAL) : instant(from, "from");
    if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
      throw InvalidRequest.field(
          "to", "not-a-span", "'to' is later than 'from', by at most 400 days.");
    }
    AccountStore.Question question =
        new AccountStore.Question(
            cursor == null ? "" : cursor.text(0),
            beginning == null ? "" : name(beginning),
            limit.plusOne(),
            start,
            end,
            caller.sight().scope());
    return Page.of(found(question), limit, account -> Cursor.of(account.sourceAccount()));
  }

  private List<AccountView> found(AccountStore.Question question) {
    Sight sight = caller.sight();
    List<AccountView> named = Awaiting.outcome(accounts.accounts(sight.tenant(), question));
    if (!sight.isCut() || sight.scope().costCentres().isEmpty()) {
      return named;
    }
    SortedMap<String, AccountView> all =
        new TreeMap<>(seen.of(sight.tenant(), question.from(), question.to(), cuts.of(sight)));
    named.forEach(account -> all.put(account.sourceAccount(), account));
    return all.values().stream()
        .filter(account -> account.sourceAccount().compareTo(question.after()) > 0)
        .filter(account -> account.sourceAccount().startsWith(question.beginning()))
        .limit(question.most())
        .toList();
  }

  private static Instant instant(String text, String field) {
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
        return time;
      }
    } catch (DateTimeException e) {
      // Told below, as a time that no calendar of ours has.
    }
    throw InvalidRequest.field(
        field, "not-an-instant", "'" + field + "' is a time such as 2026-01-31T00:00:00Z.");
  }

  private static String name(String text) {
    if (text.length() > LONGEST_NAME || text.indexOf('\0') >= 0) {
      throw InvalidRequest.field(
          "beginning", "too-long", "'beginning' is a text of at most 512 characters.");
    }
    return text;
  }
}
