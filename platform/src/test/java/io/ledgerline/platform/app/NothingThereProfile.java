package io.ledgerline.platform.app;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * A service started while database, broker and object store are all away: nobody listens at their
 * ports.
 */
public class NothingThereProfile implements QuarkusTestProfile {
  private static final String NOBODY = "1";

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
    return config;
  }
}
