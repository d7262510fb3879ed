package io.ledgerline.platform.access.oidc;

import io.ledgerline.platform.access.CallerIdentity;
import io.ledgerline.platform.access.KnownKey;
import io.ledgerline.platform.access.TenantCache;
import io.ledgerline.platform.access.TenantDirectory.Standing;
import io.ledgerline.platform.access.guess.Guard;
import io.ledgerline.platform.problem.DependencyUnavailable;
import io.ledgerline.platform.problem.Forbidden;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Turns an issuer's token into an identity. Whoever sends a token that is not taken is told nothing
 * of the reason; it is logged at level debug, without the token.
 */
@Singleton
class TokenIdentityProvider implements IdentityProvider<TokenRequest> {
  private static final Logger LOG = Logger.getLogger(TokenIdentityProvider.class);
  private static final String ACTOR = "oidc:";

  /** Tokens change all the time: no digest of theirs is worth remembering. */
  private static final String NO_DIGEST = "";

  private final Tokens tokens;
  private final TenantCache tenants;
  private final Guard guard;

  TokenIdentityProvider(Tokens tokens, TenantCache tenants, Guard guard) {
    this.tokens = tokens;
    this.tenants = tenants;
    this.guard = guard;
  }

  @Override
  public Class<TokenRequest> getRequestType() {
    return TokenRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenRequest request, AuthenticationRequestContext context) {
    return Uni.createFrom()
        .deferred(
            () -> {
              guard.check(request.address(), NO_DIGEST);
              return tokens.holder(request.text()).chain(this::admitted);
            })
        .onFailure(BadToken.class)
        .transform(bad -> refusal(request, bad));
  }

  private Uni<SecurityIdentity> admitted(ClaimMapping.Grant grant) {
    return tenants
        .standing(grant.tenant())
        .onFailure()
        .transform(cause -> new DependencyUnavailable("the list of tenants", cause))
        .map(
            standing -> {
              if (standing != Standing.ACTIVE) {
                throw BadToken.unfit("its tenant is not registered, or suspended");
              }
              return identity(grant);
            });
  }

  private static SecurityIdentity identity(ClaimMapping.Grant grant) {
    if (grant.roles().isEmpty()) {
      throw new Forbidden("The token is valid but gives none of the roles of this service.");
    }
    return CallerIdentity.of(
        new KnownKey(
            ACTOR + grant.subject(),
            grant.subject(),
            grant.tenant(),
            grant.roles(),
            NO_DIGEST,
            null,
            false,
            grant.scope()));
  }

  private RuntimeException refusal(TokenRequest request, BadToken bad) {
    LOG.debugf("A token is refused: %s", bad.getMessage());
    Duration wait = bad.isForged() ? guard.wrong(request.address(), null) : Duration.ZERO;
    return wait.isPositive() ? Guard.refused(wait) : new AuthenticationFailedException();
  }
}
