package io.ledgerline.local.suite;

import io.ledgerline.local.https.HttpsCertificate;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Makes the certificate anew while the suite runs, long before it ends. */
final class HttpsRenewal {
  private static final long HOURS_BETWEEN = 12;

  private HttpsRenewal() {}

  /** Looks twice a day until the process ends. */
  static void begin(HttpsCertificate certificate, Progress progress) {
    Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("https-renewal").factory())
        .scheduleWithFixedDelay(
            () -> renew(certificate, progress), HOURS_BETWEEN, HOURS_BETWEEN, TimeUnit.HOURS);
  }

  private static void renew(HttpsCertificate certificate, Progress progress) {
    try {
      if (certificate.renew()) {
        progress.line("The certificate for https was made anew");
      }
    } catch (IOException e) {
      progress.line("The certificate for https cannot be made anew: " + e.getMessage());
    }
  }
}
