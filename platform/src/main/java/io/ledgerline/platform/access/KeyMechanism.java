package io.ledgerline.platform.access;

import io.ledgerline.platform.access.guess.CallerAddress;
import io.ledgerline.platform.access.oidc.TokenRequest;
import io.ledgerline.platform.access.oidc.TokenText;
import io.ledgerline.platform.access.oidc.Tokens;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.Problem;
import io.ledgerline.platform.problem.ProblemWriter;
import io.ledgerline.platform.problem.surface.Surfaces;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the API key of a request, {@code Authorization: Bearer <key>} or {@code X-API-Key: <key>},
 * or an issuer's token in their place.
 */
@Singleton
class KeyMechanism implements HttpAuthenticationMechanism {
  private static final String BEARER = "Bearer ";
  private static final String KEY_HEADER = "X-API-Key";
  private static final int MAX_KEY_LENGTH = 512;

  private final ProblemWriter problems;
  private final Surfaces surfaces;
  private final CallerAddress addresses;
  private final Tokens tokens;

  KeyMechanism(ProblemWriter problems, Surfaces surfaces, CallerAddress addresses, Tokens tokens) {
    this.problems = problems;
    this.surfaces = surfaces;
    this.addresses = addresses;
    this.tokens = tokens;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    return keyOf(context)
        .map(text -> request(text, network(context)))
        .map(request -> HttpSecurityUtils.setRoutingContextAttribute(request, context))
        .map(identities::authenticate)
        .orElseGet(() -> Uni.createFrom().nullItem());
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    int status = ErrorCode.UNAUTHENTICATED.status();
    return Uni.createFrom()
        .item(new ChallengeData(status, "WWW-Authenticate", "Bearer realm=\"ledgerline\""));
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext context) {
    Problem problem =
        Problem.of(
            ErrorCode.UNAUTHENTICATED,
            ErrorCode.UNAUTHENTICATED.explanation(),
            context.normalizedPath());
    problems.end(context.response(), problem);
    return Uni.createFrom().item(true);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(KeyRequest.class, TokenRequest.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
  }

  /** A token is told from a key by its form, where tokens are taken at all. */
  private AuthenticationRequest request(String text, String address) {
    return tokens.areTaken() && TokenText.isOne(text)
        ? new TokenRequest(text, address)
        : new KeyRequest(text, address);
  }

  private String network(RoutingContext context) {
    return CallerAddress.network(addresses.of(context.request()));
  }

  private Optional<String> keyOf(RoutingContext context) {
    return surfaces
        .of(context.normalizedPath())
        .flatMap(surface -> surface.key(context.request()))
        .or(() -> usualKey(context))
        .map(String::strip)
        .filter(this::isWorthALook);
  }

  private boolean isWorthALook(String text) {
    boolean key = !text.isEmpty() && text.length() <= MAX_KEY_LENGTH;
    return key || (tokens.areTaken() && TokenText.isOne(text));
  }

  private static Optional<String> usualKey(RoutingContext context) {
    String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    boolean bearer =
        authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    String key =
        bearer ? authorization.substring(BEARER.length()) : context.request().getHeader(KEY_HEADER);
    return Optional.ofNullable(key);
  }
}
