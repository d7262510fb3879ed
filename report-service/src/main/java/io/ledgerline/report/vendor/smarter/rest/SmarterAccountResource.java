package io.ledgerline.report.vendor.smarter.rest;

import io.ledgerline.contracts.charge.AccountNumber;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.Conflict;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.vendor.smarter.Account;
import io.ledgerline.report.vendor.smarter.store.AccountStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Accounts in Smarter's form over HTTP. */
@Path("/api/v1/smarter/accounts")
@Tag(name = "smarter accounts", description = "Accounts that daily billing records are of")
@KeepsScope
public class SmarterAccountResource {
  private final AccountStore accounts;
  private final SeenAccounts seen;
  private final CurrentCaller caller;
  private final Clock clock;

  SmarterAccountResource(
      AccountStore accounts, SeenAccounts seen, CurrentCaller caller, Clock clock) {
    this.accounts = accounts;
    this.seen = seen;
    this.caller = caller;
    this.clock = clock;
  }

  /** Makes an account. */
  @POST
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Makes an account",
      description =
          "Without a number, or with 9999-9999-9999, it is given one. Accounts that charges or"
              + " records name are made by themselves.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "an account", value = AccountBody.EXAMPLE)))
  @APIResponse(responseCode = "201", description = "Made")
  @APIResponse(responseCode = "409", description = "The number is taken")
  @APIResponse(responseCode = "422", description = "A field breaks a rule")
  public Uni<RestResponse<AccountView>> make(@NotNull AccountBody body) {
    AccountNumber number = Unprocessable.checked(body::number);
    Uni<Account> made =
        number.isUnset()
            ? withNewNumber(body)
            : add(body, number)
                .onItem()
                .ifNull()
                .failWith(() -> new Conflict("There is an account " + number + " already."));
    return made.map(
        account ->
            ResponseBuilder.<AccountView>create(RestResponse.Status.CREATED)
                .location(URI.create("/api/v1/smarter/accounts/" + account.number()))
                .entity(AccountView.of(account))
                .build());
  }

  /** Accounts. */
  @GET
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Represented
  @Operation(summary = "Lists accounts by number")
  public Uni<Page<AccountView>> list(
      @QueryParam("limit") @DefaultValue("100") Limit limit, @QueryParam("cursor") Cursor cursor) {
    return accounts
        .list(seen.now(), cursor, limit)
        .map(all -> Page.of(all, limit, a -> Cursor.of(a.number())).map(AccountView::of));
  }

  /** One account. */
  @GET
  @Path("/{number}")
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Represented
  @Operation(summary = "Shows an account")
  @APIResponse(responseCode = "404", description = "There is none")
  public Uni<AccountView> show(@PathParam("number") String number) {
    return find(AccountNumber.of("number", number)).map(AccountView::of);
  }

  /** Changes an account. */
  @PUT
  @Path("/{number}")
  @RolesAllowed(Roles.BILLING_ADMIN)
  @Operation(
      summary = "Changes an account",
      description = "All but its number, which never changes: another one is refused.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "an account", value = AccountBody.EXAMPLE)))
  @APIResponse(responseCode = "404", description = "There is none")
  @APIResponse(responseCode = "409", description = "The body names another number")
  @APIResponse(responseCode = "422", description = "A field breaks a rule")
  public Uni<AccountView> change(@PathParam("number") String text, @NotNull AccountBody body) {
    AccountNumber number = AccountNumber.of("number", text);
    AccountNumber stated = Unprocessable.checked(body::number);
    Account account = Unprocessable.checked(() -> body.account(number, now()));
    return find(number)
        .invoke(
            () -> {
              if (!stated.isUnset() && !stated.equals(number)) {
                throw new Conflict("The number of an account never changes.");
              }
            })
        .chain(() -> accounts.change(caller.tenant(), account))
        .chain(() -> find(number))
        .map(AccountView::of);
  }

  private Uni<Account> withNewNumber(AccountBody body) {
    return add(body, AccountNumber.random(ThreadLocalRandom.current()))
        .chain(made -> made == null ? withNewNumber(body) : Uni.createFrom().item(made));
  }

  /** Makes it with this number; null when the number is taken. */
  private Uni<Account> add(AccountBody body, AccountNumber number) {
    Account account = Unprocessable.checked(() -> body.account(number, now()));
    if (!seen.now().sees(number.value())) {
      throw NotFound.of("account", number);
    }
    return accounts.add(caller.tenant(), account).map(added -> added ? account : null);
  }

  private Uni<Account> find(AccountNumber number) {
    return accounts
        .find(seen.now(), number)
        .onItem()
        .ifNull()
        .failWith(() -> NotFound.of("account", number));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
