package io.ledgerline.notify.delivery.work;

import io.ledgerline.notify.channel.Channels;
import io.ledgerline.notify.channel.Receipt;
import io.ledgerline.notify.channel.SendException;
import io.ledgerline.notify.delivery.DeliveryConfig;
import io.ledgerline.notify.delivery.core.AttemptResult;
import io.ledgerline.notify.delivery.core.Backoff;
import io.ledgerline.notify.delivery.core.Progress;
import io.ledgerline.notify.delivery.core.RetryRules;
import io.ledgerline.notify.delivery.store.Claim;
import io.ledgerline.notify.delivery.store.Settlement;
import io.ledgerline.notify.delivery.store.Times;
import io.ledgerline.platform.problem.DependencyFailures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Makes one attempt and writes down what came of it. */
@ApplicationScoped
public class AttemptRunner {
  private static final Logger LOG = Logger.getLogger(AttemptRunner.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** How long an outcome waits for the database; what is forgotten then may be sent again. */
  private static final Duration STORE_PATIENCE = Duration.ofHours(1);

  private final Channels channels;
  private final Settlement settlement;
  private final DeliveryMetrics metrics;
  private final AttemptTrace trace;
  private final Clock clock;
  private final RetryRules rules;
  private final Duration attemptTimeout;

  AttemptRunner(
      Channels channels,
      Settlement settlement,
      DeliveryMetrics metrics,
      AttemptTrace trace,
      Clock clock,
      DeliveryConfig config) {
    this.channels = channels;
    this.settlement = settlement;
    this.metrics = metrics;
    this.trace = trace;
    this.clock = clock;
    this.rules =
        new RetryRules(
            new Backoff(config.retry().first(), config.retry().most()), config.retry().attempts());
    this.attemptTimeout = config.attemptTimeout();
  }

  /** An attempt's end: its result and, when delivered, the receipt. */
  private record End(AttemptResult result, Receipt receipt) {}

  /**
   * Attempts a claimed delivery. Completes when the outcome is stored, or when another replica has
   * taken over; fails when it could not be stored within an hour.
   */
  Uni<Void> run(Claim claim) {
    return trace
        .within(claim, () -> attempt(claim))
        .invoke(end -> metrics.attempted(claim, end.result(), clock.instant()))
        .chain(end -> settle(claim, end));
  }

  private Uni<End> attempt(Claim claim) {
    if (claim.afterLoss() && claim.progress().round() > rules.attempts()) {
      return Uni.createFrom()
          .item(new End(AttemptResult.failed("No attempt is left; the last was lost."), null));
    }
    return Uni.createFrom()
        .deferred(() -> channels.named(claim.channel()).send(claim.shipment()))
        .ifNoItem()
        .after(attemptTimeout)
        .failWith(() -> new SendException(false, "No answer within " + attemptTimeout, null))
        .map(receipt -> new End(AttemptResult.delivered(receipt.summary()), receipt))
        .onFailure()
        .recoverWithItem(failure -> new End(resultOf(SendException.of(failure)), null));
  }

  private static AttemptResult resultOf(SendException failure) {
    return failure.isPermanent()
        ? AttemptResult.refused(failure.getMessage())
        : AttemptResult.failed(failure.getMessage());
  }

  private Uni<Void> settle(Claim claim, End end) {
    Progress after =
        claim.progress().after(end.result(), rules, Times.now(clock), ThreadLocalRandom.current());
    return settlement
        .settle(claim, end.result(), after, end.receipt())
        .onFailure(DependencyFailures::isAway)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .expireIn(STORE_PATIENCE.toMillis())
        .invoke(stored -> tell(claim, end.result(), after, stored))
        .replaceWithVoid();
  }

  private void tell(Claim claim, AttemptResult result, Progress after, boolean stored) {
    if (!stored) {
      LOG.warnf(
          "Delivery %s was taken over by another replica; this attempt's outcome %s is void",
          claim.shipment().deliveryId(), result.outcome());
      return;
    }
    metrics.reached(claim, after.state());
    LOG.infof(
        "Delivery %s by %s, attempt %d: %s (%s)",
        claim.shipment().deliveryId(),
        claim.channel(),
        claim.progress().attempts(),
        after.state(),
        result.detail());
  }
}
