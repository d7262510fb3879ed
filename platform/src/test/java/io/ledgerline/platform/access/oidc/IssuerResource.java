package io.ledgerline.platform.access.oidc;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.Map;
import org.jose4j.lang.JoseException;

/** An issuer whose tokens the service under test takes. */
public final class IssuerResource implements QuarkusTestResourceLifecycleManager {
  private TestIssuer issuer;

  @Override
  public Map<String, String> start() {
    try {
      issuer = TestIssuer.start();
    } catch (IOException | JoseException e) {
      throw new IllegalStateException("Cannot start an issuer", e);
    }
    return Map.of(
        "ledgerline.access.oidc.issuer", issuer.name(),
        "ledgerline.access.oidc.audience", "ledgerline",
        "ledgerline.access.oidc.roles.viewer", "finops",
        "ledgerline.access.oidc.keys-pause", "50ms");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(issuer, new TestInjector.MatchesType(TestIssuer.class));
  }

  @Override
  public void stop() {
    issuer.close();
  }
}
