package io.ledgerline.platform.app;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * A service started while database, broker and object store are all away: nobody listens at their
 * ports.
 */
public class NothingThereProfile implements QuarkusTestProfile {
  /** A key from configuration, for which no database is needed. */
  public static final String KEY = "ll_000000aa_" + "0".repeat(43);

  private static final String NOBODY = "1";
  private static final String KEY_SHA256 =
      "0cc5cc5c1f9a45cd482fb7cd977c50c0d458e32f10673f4f92a034caf63fed9a";

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> config = new HashMap<>();
    config.put("ledgerline.database.host", "127.0.0.1");
    config.put("ledgerline.database.port", NOBODY);
    config.put("ledgerline.database.user", "nobody");
    config.put("ledgerline.database.password", "nothing");
    config.put("kafka.bootstrap.servers", "127.0.0.1:" + NOBODY);
    config.put("ledgerline.object-store.endpoint", "http://127.0.0.1:" + NOBODY);
    config.put("ledgerline.object-store.access-key", "a");
    config.put("ledgerline.object-store.secret-key", "b");
    config.put("ledgerline.object-store.call-timeout", "2s");
    config.put("ledgerline.access.static-keys.test.sha256", KEY_SHA256);
    config.put("ledgerline.access.static-keys.test.roles", "viewer");
    return config;
  }
}
