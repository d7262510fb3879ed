package io.ledgerline.notify.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Pauses and limits small enough for tests. */
public final class Impatience implements QuarkusTestResourceLifecycleManager {
  /** Largest sum of attachments under test, in bytes. */
  public static final int MAX_ATTACHMENT = 200_000;

  @Override
  public Map<String, String> start() {
    Map<String, String> all = new HashMap<>();
    all.put("ledgerline.delivery.retry.first", "100ms");
    all.put("ledgerline.delivery.retry.most", "500ms");
    all.put("ledgerline.delivery.retry.attempts", "200");
    all.put("ledgerline.delivery.tick", "1s");
    all.put("ledgerline.delivery.gauges-every", "1s");
    all.put("ledgerline.delivery.attempt-timeout", "30s");
    all.put("ledgerline.delivery.lease", "3s");
    all.put("ledgerline.delivery.renew-every", "1s");
    all.put("ledgerline.channel.email.max-attachment-size", Integer.toString(MAX_ATTACHMENT));
    all.put("ledgerline.channel.email.download-url", "https://billing.example.org");
    all.put("ledgerline.outbox.tick", "1s");
    return all;
  }

  @Override
  public void stop() {
    // Nothing was started.
  }
}
