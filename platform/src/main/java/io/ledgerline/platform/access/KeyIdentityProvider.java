package io.ledgerline.platform.access;

import io.ledgerline.platform.problem.DependencyUnavailable;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Turns an API key into an identity: static keys first, then the directory. */
@Singleton
class KeyIdentityProvider implements IdentityProvider<KeyRequest> {
  private final StaticKeys staticKeys;
  private final KeyCache directory;
  private final Clock clock;

  KeyIdentityProvider(StaticKeys staticKeys, KeyCache directory, Clock clock) {
    this.staticKeys = staticKeys;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public Class<KeyRequest> getRequestType() {
    return KeyRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      KeyRequest request, AuthenticationRequestContext context) {
    byte[] digest = KeyText.sha256(request.text());
    return staticKeys
        .find(digest)
        .map(key -> Uni.createFrom().item(key))
        .orElseGet(() -> fromDirectory(request.text(), digest))
        .map(KeyIdentityProvider::identity);
  }

  private Uni<KnownKey> fromDirectory(String text, byte[] digest) {
    return KeyText.parse(text)
        .map(key -> directory.find(key.prefix()))
        .orElseThrow(AuthenticationFailedException::new)
        .onFailure()
        .transform(cause -> new DependencyUnavailable("the list of API keys", cause))
        .map(
            found ->
                found
                    .filter(key -> key.matches(digest) && key.isUsable(clock.instant()))
                    .orElseThrow(AuthenticationFailedException::new));
  }

  private static SecurityIdentity identity(KnownKey key) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new CallerPrincipal(key.name(), key.prefix(), key.tenant(), key.scope()))
        .addRoles(Roles.effective(key.roles()))
        .build();
  }
}
