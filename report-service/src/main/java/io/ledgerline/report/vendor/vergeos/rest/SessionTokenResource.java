package io.ledgerline.report.vendor.vergeos.rest;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.audit.Unaudited;
import io.ledgerline.report.access.KeySessions;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Session tokens, for clients that log in first. */
@Path("/api/sys/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@KeepsScope
@Tag(name = "vergeos")
public class SessionTokenResource {
  private static final Duration LIFE = Duration.ofHours(1);

  private final KeySessions sessions;
  private final CurrentCaller caller;
  private final Clock clock;

  SessionTokenResource(KeySessions sessions, CurrentCaller caller, Clock clock) {
    this.sessions = sessions;
    this.caller = caller;
    this.clock = clock;
  }

  /** Makes a token. What the body says is not read: the header says who it is. */
  @POST
  @Operation(
      summary = "Logs in: makes a session token, as VergeOS does",
      description =
          "The token goes into the header `x-yottabyte-token`. It lives for an hour, may what the key"
              + " may that it was made with, and ends with that key.")
  @APIResponse(responseCode = "201", description = "The token is `$key`, shown this once")
  public Uni<RestResponse<CreatedView>> login() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    KeySessions.Holder holder =
        new KeySessions.Holder(
            caller.actor(),
            caller.name(),
            caller.tenant(),
            Roles.ALL.stream().filter(caller::hasRole).collect(Collectors.toSet()),
            caller.scope().orElse(null));
    return sessions
        .begin(holder, now, now.plus(LIFE))
        .map(
            made -> {
              String path = "tokens/" + made.number();
              return RestResponse.status(
                  RestResponse.Status.CREATED,
                  new CreatedView("/sys/" + path, path, made.number(), made.text().text()));
            });
  }

  /** Ends a token. The address has its text, which the audit log must not keep. */
  @DELETE
  @Unaudited
  @Path("/{token}")
  @Operation(
      summary = "Logs out: ends a session token, as VergeOS does",
      description = "With that token, or the key it was made with. One that is over stays so.")
  @APIResponse(responseCode = "204", description = "It opens nothing any more")
  public Uni<Void> logout(@PathParam("token") String token) {
    return sessions.end(caller.tenant(), caller.actor(), token);
  }
}
