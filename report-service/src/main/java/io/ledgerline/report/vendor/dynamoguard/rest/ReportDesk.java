package io.ledgerline.report.vendor.dynamoguard.rest;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.idempotency.BodyDigest;
import io.ledgerline.platform.idempotency.IdempotencyKey;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.report.report.PeriodSpec;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunFormats;
import io.ledgerline.report.report.RunRequest;
import io.ledgerline.report.report.making.RunConfig;
import io.ledgerline.report.report.making.RunWorker;
import io.ledgerline.report.report.rest.DeliveryBody;
import io.ledgerline.report.report.store.RunQueue;
import io.ledgerline.report.store.JsonColumns;
import io.ledgerline.report.vendor.dynamoguard.BillingDays;
import io.ledgerline.report.vendor.dynamoguard.BillingReport;
import io.ledgerline.report.vendor.dynamoguard.BillingSettings;
import io.ledgerline.report.vendor.dynamoguard.ValidPart;
import io.ledgerline.report.vendor.dynamoguard.making.TokenBillingKind;
import io.ledgerline.report.vendor.dynamoguard.store.BillingReportStore;
import io.ledgerline.report.vendor.dynamoguard.store.BillingSettingsStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Takes reports that are asked for, as runs with a number of their own. */
@ApplicationScoped
class ReportDesk {
  private final RunQueue queue;
  private final RunWorker worker;
  private final RunConfig config;
  private final BillingReportStore reports;
  private final BillingSettingsStore settings;
  private final Clock clock;

  ReportDesk(
      RunQueue queue,
      RunWorker worker,
      RunConfig config,
      BillingReportStore reports,
      BillingSettingsStore settings,
      Clock clock) {
    this.queue = queue;
    this.worker = worker;
    this.config = config;
    this.reports = reports;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A report, and whether an earlier call with the same key asked for it.
   *
   * @param report as it stands
   * @param replayed whether nothing was done now
   */
  record Taken(BillingReport report, boolean replayed) {}

  Uni<Taken> take(Sight sight, String actor, IdempotencyKey key, ReportBody body) {
    TenantId tenant = sight.tenant();
    BillingDays days = BillingDays.of(body.fromDate(), body.toDate());
    var deliveries = DeliveryBody.targets(body.deliveries());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    RunQueue.Call call = key == null ? null : new RunQueue.Call(key, digest(body, sight));
    return settings
        .find(tenant)
        .chain(
            settled -> {
              ValidPart part = ValidPart.of(days, settled.enabledFrom());
              PeriodSpec period =
                  new PeriodSpec.Range(
                      part.period().from(), part.period().to(), part.period().zone());
              RunRequest request =
                  new RunRequest(
                      TokenBillingKind.NAME, period, deliveries, new RunFormats(Set.of(), true));
              BillingReportStore.Wish wish =
                  new BillingReportStore.Wish(days, part, environment(settled, tenant), now);
              return queue.take(
                  tenant,
                  request,
                  new ReportRun.Origin(now, actor, null, null, sight.scope()),
                  call,
                  config.mostWaiting(),
                  (tx, run) -> reports.add(tx, tenant, run, wish));
            })
        .invoke(worker::wake)
        .chain(
            taken ->
                reports
                    .ofRun(sight, taken.run())
                    .onItem()
                    .ifNull()
                    .failWith(() -> NotFound.of("billing report of run", taken.run()))
                    .map(
                        report ->
                            new Taken(
                                taken.replayed() ? report : report.asAsked(), taken.replayed())));
  }

  private static String environment(BillingSettings settings, TenantId tenant) {
    return settings.environment() == null ? tenant.value() : settings.environment();
  }

  /** Differs from that of any other kind of run. */
  private static BodyDigest digest(ReportBody body, Sight sight) {
    String wanted = TokenBillingKind.NAME + JsonColumns.write(body);
    return BodyDigest.of(sight.distinct(wanted).getBytes(StandardCharsets.UTF_8));
  }
}
