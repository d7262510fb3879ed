package io.ledgerline.report.vendor.vergeos.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.testkit.TestKeys;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The contract's data: records 2 and 1 of tenant default, and nothing else. */
final class DataA {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private DataA() {}

  static void lay(Pool database) throws IOException {
    for (String table : new String[] {"vergeos_record", "vergeos_tenant"}) {
      database
          .query("DELETE FROM " + table + " WHERE tenant = 'default'")
          .execute()
          .await()
          .atMost(PATIENCE);
    }
    // Our own path knows no Basic.
    VergeOsClient.Answer brought =
        VergeOsClient.bearer(TestKeys.BILLING_ADMIN)
            .post("/api/v1/vendors/vergeos/records", text());
    assertThat(brought.body().at("/counts/recorded").asInt()).isEqualTo(2);
  }

  static String text() throws IOException {
    try (InputStream in = DataA.class.getResourceAsStream("/vergeos/billing-list.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
