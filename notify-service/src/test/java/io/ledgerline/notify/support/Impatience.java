package io.ledgerline.notify.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Pauses and limits small enough for tests. */
public final class Impatience implements QuarkusTestResourceLifecycleManager {
  /** Largest sum of attachments under test, in bytes. */
  public static final int MAX_ATTACHMENT = 200_000;

  @Override
  public Map<String, String> start() {
    return Map.of(
        "ledgerline.delivery.retry.first", "100ms",
        "ledgerline.delivery.retry.most", "500ms",
        "ledgerline.delivery.retry.attempts", "200",
        "ledgerline.delivery.tick", "1s",
        "ledgerline.delivery.gauges-every", "1s",
        "ledgerline.delivery.attempt-timeout", "5s",
        "ledgerline.delivery.lease", "20s",
        "ledgerline.channel.email.max-attachment-size", Integer.toString(MAX_ATTACHMENT),
        "ledgerline.channel.email.download-url", "https://billing.example.org",
        "ledgerline.outbox.tick", "1s");
  }

  @Override
  public void stop() {
    // Nothing was started.
  }
}
