package io.ledgerline.report.testing;

import io.ledgerline.testkit.TestKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives report-service a ledger to read from, and less patience than in production. */
public final class StubbedIngest implements QuarkusTestResourceLifecycleManager {
  private LedgerStub stub;

  @Override
  public Map<String, String> start() {
    stub = new LedgerStub();
    return Map.of(
        "ledgerline.ingest.url",
        stub.url(),
        "ledgerline.ingest.api-key",
        TestKeys.SERVICE,
        "ledgerline.report-runs.rollup-patience",
        "6s",
        "ledgerline.report-runs.lease",
        "4s",
        "ledgerline.report-runs.heartbeat",
        "1s",
        // Records are made when a test makes them.
        "ledgerline.vergeos.tick",
        "off",
        // However slow the machine is: calls of one test that may find one record do.
        "ledgerline.vergeos.coalesce",
        "10m",
        // Tests say when charges are added up: their ledgers begin anew again and again.
        "ledgerline.smarter.aggregate-every",
        "off");
  }

  @Override
  public void stop() {
    if (stub != null) {
      stub.close();
    }
  }
}
