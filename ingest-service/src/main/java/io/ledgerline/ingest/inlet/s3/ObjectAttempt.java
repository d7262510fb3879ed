package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.ingest.inlet.quarantine.Quarantine;
import io.ledgerline.ingest.inlet.quarantine.Refusal;
import io.ledgerline.ingest.inlet.quarantine.RefusedObject;
import io.ledgerline.ingest.ledger.LedgerWriter;
import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.platform.objectstore.ObjectStoreException;
import io.ledgerline.platform.problem.DependencyFailures;
import io.ledgerline.platform.problem.DependencyUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Has an object read and decides what follows when that fails. Never fails itself. */
@ApplicationScoped
class ObjectAttempt {
  private static final Logger LOG = Logger.getLogger(ObjectAttempt.class);

  /** So many attempts may fail for a reason nobody knows before the object is put aside. */
  private static final int ATTEMPTS_AT_THE_UNKNOWN = 5;

  private static final int MAX_DOUBLINGS = 16;

  private final ObjectImport objectImport;
  private final ClaimTable table;
  private final Quarantine quarantine;
  private final LedgerWriter ledger;
  private final S3InletConfig config;
  private final MeterRegistry metrics;

  ObjectAttempt(
      ObjectImport objectImport,
      ClaimTable table,
      Quarantine quarantine,
      LedgerWriter ledger,
      S3InletConfig config,
      MeterRegistry metrics) {
    this.objectImport = objectImport;
    this.table = table;
    this.quarantine = quarantine;
    this.ledger = ledger;
    this.config = config;
    this.metrics = metrics;
  }

  void at(Claim claim, BooleanSupplier stopping) {
    try {
      count(objectImport.run(claim, stopping) ? "done" : "failed");
    } catch (CancellationException e) {
      later(claim, null, null, Duration.ZERO);
    } catch (LeaseLostException e) {
      LOG.warnf("Left to another worker: %s", claim.address());
    } catch (ObjectStoreException e) {
      if (e.reason() == ObjectStoreException.Reason.MISSING_OBJECT) {
        failed(claim, "missing", "The object is no longer there.");
      } else {
        later(claim, "store", e.detail(), pause(claim));
      }
    } catch (BadObjectException e) {
      later(claim, e.code(), e.getMessage(), pause(claim));
    } catch (DependencyUnavailable e) {
      later(claim, "database", "The database was away.", pause(claim));
    } catch (RuntimeException e) {
      unknown(claim, e);
    }
  }

  private void unknown(Claim claim, RuntimeException failure) {
    if (DependencyFailures.isAway(failure)) {
      later(claim, "database", "The database was away.", pause(claim));
      return;
    }
    LOG.errorf(failure, "Reading %s failed, attempt %d", claim.address(), claim.attempts());
    if (claim.attempts() < ATTEMPTS_AT_THE_UNKNOWN) {
      later(claim, "internal", "The service failed; its log says why.", pause(claim));
    } else {
      failed(claim, "internal", "The service failed; its log says why.");
    }
  }

  private void later(Claim claim, String reason, String detail, Duration pause) {
    count("retried");
    try {
      table.later(claim, reason, detail, pause).await().indefinitely();
    } catch (RuntimeException e) {
      LOG.debugf("The lease of %s has to run out: %s", claim.address(), e);
    }
  }

  private void failed(Claim claim, String reason, String detail) {
    count("failed");
    RefusedObject object =
        new RefusedObject(claim.id(), claim.tenant(), claim.location(), claim.address());
    List<Refusal> refusal = List.of(new Refusal(0, null, new Reason(reason, "", detail)));
    try {
      ledger
          .record(
              claim.tenant(),
              List.of(),
              (transaction, none) -> {
                table.failed(transaction, claim, reason, detail);
                quarantine.add(transaction, object, refusal);
              })
          .await()
          .indefinitely();
    } catch (RuntimeException e) {
      LOG.debugf("The lease of %s has to run out: %s", claim.address(), e);
    }
  }

  private Duration pause(Claim claim) {
    long doubled = config.firstPause().toMillis() << Math.min(claim.attempts() - 1, MAX_DOUBLINGS);
    return Duration.ofMillis(Math.min(doubled, config.longestPause().toMillis()));
  }

  private void count(String result) {
    metrics
        .counter("ledgerline.inlet.objects", "inlet", S3Inlet.NAME, "result", result)
        .increment();
  }
}
