package io.ledgerline.platform.app;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** A service with few requests for each key, that pages of one other origin may call. */
public class PortalProfile implements QuarkusTestProfile {
  /** The origin whose pages may call. */
  public static final String PORTAL = "https://portal.example.com";

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> config = new HashMap<>(new NothingThereProfile().getConfigOverrides());
    config.put("ledgerline.rate-limit.requests", "5");
    config.put("ledgerline.rate-limit.window", "1h");
    config.put("quarkus.http.cors.enabled", "true");
    config.put("quarkus.http.cors.origins", PORTAL);
    return config;
  }
}
