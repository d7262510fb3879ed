package io.ledgerline.platform.audit;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.guess.CallerAddress;
import io.ledgerline.platform.problem.surface.Surfaces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a record of the audit log is made from. */
@Singleton
class Parts {
  private final AuditTrail trail;
  private final CurrentCaller caller;
  private final AuditNote note;
  private final CallerAddress addresses;
  private final Surfaces surfaces;
  private final Clock clock;
  private final String service;

  Parts(
      AuditTrail trail,
      CurrentCaller caller,
      AuditNote note,
      CallerAddress addresses,
      Surfaces surfaces,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.trail = trail;
    this.caller = caller;
    this.note = note;
    this.addresses = addresses;
    this.surfaces = surfaces;
    this.clock = clock;
    this.service = service;
  }

  /** Who calls. */
  record Actor(TenantId tenant, String name) {}

  /** Who makes the request at hand; null when nobody said. */
  Actor actor() {
    if (note.tenant() != null) {
      return new Actor(note.tenant(), note.actor());
    }
    return caller.isKnown() ? new Actor(caller.tenant(), caller.actor()) : null;
  }

  /** What the request at hand is about; null when it is what its path says. */
  String object() {
    return note.object();
  }

  AuditTrail trail() {
    return trail;
  }

  CallerAddress addresses() {
    return addresses;
  }

  Surfaces surfaces() {
    return surfaces;
  }

  Clock clock() {
    return clock;
  }

  String service() {
    return service;
  }
}
