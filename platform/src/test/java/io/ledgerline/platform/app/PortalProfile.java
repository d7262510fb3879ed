package io.ledgerline.platform.app;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * A service with few requests for each key and little patience with wrong ones, that pages of one
 * other origin may call.
 */
public class PortalProfile implements QuarkusTestProfile {
  /** The origin whose pages may call. */
  public static final String PORTAL = "https://portal.example.com";

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> config = new HashMap<>(new NothingThereProfile().getConfigOverrides());
    config.put("ledgerline.rate-limit.requests", "5");
    config.put("ledgerline.rate-limit.window", "1h");
    config.put("ledgerline.access.guessing.failures", "3");
    config.put("ledgerline.access.guessing.first-wait", "60s");
    config.put("ledgerline.access.guessing.longest-wait", "60s");
    config.put("ledgerline.access.guessing.trusted-proxies", "1");
    config.put("quarkus.http.cors.enabled", "true");
    config.put("quarkus.http.cors.origins", PORTAL);
    return config;
  }
}
