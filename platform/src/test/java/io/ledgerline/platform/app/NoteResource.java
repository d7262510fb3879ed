package io.ledgerline.platform.app;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.KeepsScope;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.ShowsNoUsage;
import io.ledgerline.platform.messaging.OutgoingRecord;
import io.ledgerline.platform.messaging.outbox.Outbox;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.Conflict;
import io.ledgerline.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** The calls that the tests make: each shows one thing that platform does for a service. */
@Path("/api/v1/notes")
public class NoteResource {
  private final CurrentCaller caller;
  private final Mutiny.SessionFactory sessions;
  private final Outbox outbox;

  NoteResource(CurrentCaller caller, Mutiny.SessionFactory sessions, Outbox outbox) {
    this.caller = caller;
    this.sessions = sessions;
    this.outbox = outbox;
  }

  /** A note as sent. */
  public record NewNote(@NotNull @Positive Long id, @NotBlank String text, BigDecimal weight) {}

  /** Who asks. */
  public record Caller(String tenant, String actor, String name, AccessScope scope) {}

  /** Tells the caller who it is. */
  @GET
  @Path("/caller")
  @KeepsScope
  @RolesAllowed(Roles.VIEWER)
  public Caller caller() {
    return new Caller(
        caller.tenant().value(), caller.actor(), caller.name(), caller.scope().orElse(null));
  }

  /** Reads a note. */
  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.VIEWER)
  public Uni<Map<String, String>> one(@PathParam("id") long id) {
    return sessions
        .withSession(s -> s.find(Note.class, id))
        .onItem()
        .ifNull()
        .failWith(() -> NotFound.of("note", id))
        .map(note -> Map.of("text", note.text()));
  }

  /** Lists nothing, in pages. */
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Page<String> list(
      @QueryParam("limit") @DefaultValue("100") Limit limit,
      @QueryParam("cursor") Cursor cursor,
      @QueryParam("from") Instant from) {
    return Page.of(List.of("a", "b"), limit, Cursor::of);
  }

  /** Stores a note and tells the world of it. */
  @POST
  @RolesAllowed(Roles.INGEST)
  public Uni<Map<String, BigDecimal>> add(@NotNull @Valid NewNote note) {
    byte[] payload = note.text().getBytes(StandardCharsets.UTF_8);
    OutgoingRecord record = new OutgoingRecord("delivery.updated", note.id().toString(), payload);
    return sessions
        .withTransaction(
            s -> s.persist(new Note(note.id(), note.text())).chain(() -> outbox.add(s, record)))
        .invoke(outbox::wake)
        .replaceWith(
            () -> Map.of("weight", note.weight() == null ? BigDecimal.ZERO : note.weight()));
  }

  /** Fails as a service does on purpose. */
  @GET
  @Path("/conflict")
  @ShowsNoUsage
  @RolesAllowed(Roles.VIEWER)
  public String conflict() {
    throw new Conflict("It is there.", List.of(), Map.of("counts", Map.of("conflict", 1)));
  }

  /** Fails as no service should. */
  @GET
  @Path("/bug")
  @RolesAllowed(Roles.VIEWER)
  public String bug() {
    throw new IllegalStateException("secret detail");
  }

  /** Has forgotten to say who may call it. */
  @GET
  @Path("/unannotated")
  public String unannotated() {
    return "open";
  }
}
