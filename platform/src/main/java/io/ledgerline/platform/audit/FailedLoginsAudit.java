package io.ledgerline.platform.audit;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.AuditRecorded;
import io.ledgerline.contracts.message.AuditRecorded.Outcome;
import io.ledgerline.platform.access.KeyCache;
import io.ledgerline.platform.access.guess.FailedLogins;
import io.ledgerline.platform.access.guess.FailedLogins.Summary;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Records failed logins, summed up by address and prefix: in the log of the tenant whose key was
 * tried, otherwise in that of the installation.
 */
@ApplicationScoped
public class FailedLoginsAudit {
  private static final String ACTION = "login";
  private static final int WRONG = 401;
  private static final int SLOWED = 429;

  private final FailedLogins logins;
  private final KeyCache keys;
  private final AuditTrail trail;
  private final String service;

  FailedLoginsAudit(
      FailedLogins logins,
      KeyCache keys,
      AuditTrail trail,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.logins = logins;
    this.keys = keys;
    this.trail = trail;
    this.service = service;
  }

  @Scheduled(every = "${ledgerline.audit.failed-logins-every:1m}", delayed = "10s")
  Uni<Void> tell() {
    return Multi.createFrom()
        .iterable(logins.take())
        .onItem()
        .transformToUniAndConcatenate(this::tell)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> tell(Summary summary) {
    String prefix = summary.tried().prefix();
    return keys.tenantOf(prefix).chain(tenant -> trail.record(event(summary, tenant)));
  }

  private AuditRecorded event(Summary summary, TenantId tenant) {
    FailedLogins.Count count = summary.count();
    String prefix = summary.tried().prefix();
    return new AuditRecorded(
        UUID.randomUUID(),
        count.last().truncatedTo(ChronoUnit.MICROS),
        tenant,
        service,
        "nobody",
        ACTION,
        prefix == null ? "" : "/api/v1/keys/" + prefix,
        Outcome.DENIED,
        count.wrong() > 0 ? WRONG : SLOWED,
        summary.tried().address(),
        count.wrong() + count.slowed());
  }
}
