package io.ledgerline.report.vendor.smarter.making;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.ledger.client.Ledger;
import io.ledgerline.report.vendor.smarter.Aggregation;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Adds charges up every hour, on every replica: it does no harm. */
@ApplicationScoped
class HourlyAggregation {
  private static final Logger LOG = Logger.getLogger(HourlyAggregation.class);

  private final SchemaMigration schema;
  private final Ledger ledger;
  private final Aggregator aggregator;

  HourlyAggregation(SchemaMigration schema, Ledger ledger, Aggregator aggregator) {
    this.schema = schema;
    this.ledger = ledger;
    this.aggregator = aggregator;
  }

  @Scheduled(
      every = "${ledgerline.smarter.aggregate-every:1h}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void tick() {
    if (schema.isReady()) {
      ledger.tenants().forEach(this::aggregate);
    }
  }

  private void aggregate(TenantId tenant) {
    try {
      Aggregation run = aggregator.run(tenant, java.util.List.of(), Aggregation.HOURLY);
      if (run.failed() > 0) {
        LOG.warnf(
            "%d of %d groups of charges of %s could not be added up; GET"
                + " /api/v1/daily-billing-records/aggregations says why",
            run.failed(), run.groups(), tenant);
      }
    } catch (RuntimeException e) {
      LOG.warnf("Charges of %s are added up later: %s", tenant, e);
    }
  }
}
