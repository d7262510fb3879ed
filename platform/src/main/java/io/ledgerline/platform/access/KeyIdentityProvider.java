package io.ledgerline.platform.access;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.TenantDirectory.Standing;
import io.ledgerline.platform.access.guess.Guard;
import io.ledgerline.platform.problem.DependencyUnavailable;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Turns an API key into an identity: static keys first, then the directory. */
@Singleton
class KeyIdentityProvider implements IdentityProvider<KeyRequest> {
  /** Stands in for a key that is not there, so that looking takes as long. */
  private static final KnownKey NOBODY =
      new KnownKey("", "", TenantId.DEFAULT, Set.of(), "0".repeat(64), null, true, null);

  private final StaticKeys staticKeys;
  private final KeyCache directory;
  private final TenantCache tenants;
  private final Guard guard;
  private final KeyUses uses;
  private final Clock clock;

  KeyIdentityProvider(
      StaticKeys staticKeys,
      KeyCache directory,
      TenantCache tenants,
      Guard guard,
      KeyUses uses,
      Clock clock) {
    this.staticKeys = staticKeys;
    this.directory = directory;
    this.tenants = tenants;
    this.guard = guard;
    this.uses = uses;
    this.clock = clock;
  }

  @Override
  public Class<KeyRequest> getRequestType() {
    return KeyRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      KeyRequest request, AuthenticationRequestContext context) {
    return Uni.createFrom().deferred(() -> authenticate(request));
  }

  private Uni<SecurityIdentity> authenticate(KeyRequest request) {
    byte[] digest = KeyText.sha256(request.text());
    String sha256 = HexFormat.of().formatHex(digest);
    guard.check(request.address(), sha256);
    Optional<String> prefix = KeyText.parse(request.text()).map(KeyText::prefix);
    Optional<ServiceCredential> credential = ServiceCredential.parse(request.text());
    return credential
        .flatMap(
            shown ->
                staticKeys.find(shown.actingFor() == null ? digest : KeyText.sha256(shown.key())))
        .map(this::ofConfiguration)
        .map(key -> key.map(known -> known.flatMap(credential.orElseThrow()::applied)))
        .orElseGet(() -> ofDirectory(prefix, digest))
        .map(found -> answered(request, prefix, sha256, found));
  }

  private SecurityIdentity answered(
      KeyRequest request, Optional<String> prefix, String sha256, Optional<KnownKey> found) {
    KnownKey key =
        found.orElseThrow(() -> refusal(guard.wrong(request.address(), prefix.orElse(null))));
    guard.right(request.address(), sha256);
    return CallerIdentity.of(key);
  }

  /** A key from configuration goes on while its tenant cannot be looked up. */
  private Uni<Optional<KnownKey>> ofConfiguration(KnownKey key) {
    return tenants
        .standing(key.tenant())
        .onFailure()
        .recoverWithItem(Standing.UNKNOWN)
        .map(standing -> Optional.of(key).filter(k -> standing != Standing.SUSPENDED));
  }

  /** A usable key of this digest; empty for every other, without a hint at what is wrong. */
  private Uni<Optional<KnownKey>> ofDirectory(Optional<String> prefix, byte[] digest) {
    return prefix
        .map(directory::find)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(found -> usable(found, digest))
        .chain(this::ofActiveTenant)
        .invoke(found -> found.ifPresent(key -> uses.used(key.prefix(), clock.instant())))
        .onFailure()
        .transform(cause -> new DependencyUnavailable("the list of API keys", cause));
  }

  private Uni<Optional<KnownKey>> ofActiveTenant(Optional<KnownKey> usable) {
    return usable
        .map(
            key ->
                tenants
                    .standing(key.tenant())
                    .map(standing -> usable.filter(k -> standing != Standing.SUSPENDED)))
        .orElseGet(() -> Uni.createFrom().item(usable));
  }

  private Optional<KnownKey> usable(Optional<KnownKey> found, byte[] digest) {
    KnownKey key = found.orElse(NOBODY);
    boolean right = key.matches(digest);
    boolean inForce = key.isUsable(clock.instant());
    return right && inForce ? found : Optional.empty();
  }

  private static RuntimeException refusal(Duration wait) {
    return wait.isPositive() ? Guard.refused(wait) : new AuthenticationFailedException();
  }
}
