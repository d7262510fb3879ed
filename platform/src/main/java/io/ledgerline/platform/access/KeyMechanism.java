package io.ledgerline.platform.access;

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
 * Reads the API key of a request: {@code Authorization: Bearer <key>} or {@code X-API-Key: <key>}.
 */
@Singleton
class KeyMechanism implements HttpAuthenticationMechanism {
  private static final String BEARER = "Bearer ";
  private static final String KEY_HEADER = "X-API-Key";
  private static final int MAX_KEY_LENGTH = 512;

  private final ProblemWriter problems;
  private final Surfaces surfaces;

  KeyMechanism(ProblemWriter problems, Surfaces surfaces) {
    this.problems = problems;
    this.surfaces = surfaces;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    return keyOf(context)
        .map(KeyRequest::new)
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
    return Set.of(KeyRequest.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
  }

  private Optional<String> keyOf(RoutingContext context) {
    return surfaces
        .of(context.normalizedPath())
        .flatMap(surface -> surface.key(context.request()))
        .or(() -> usualKey(context))
        .map(String::strip)
        .filter(k -> !k.isEmpty() && k.length() <= MAX_KEY_LENGTH);
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
