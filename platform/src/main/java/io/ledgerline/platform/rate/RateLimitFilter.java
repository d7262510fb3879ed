package io.ledgerline.platform.rate;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.TooMany;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/**
 * Refuses what a key asks for beyond its allowance, and tells on every answer how much is left. The
 * services' own keys are not counted.
 */
@Provider
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String GRANT = RateLimitFilter.class.getName();

  /** Asked at each request, as providers are made while the native image is built. */
  private final Instance<RateLimiter> limiter;

  private final Instance<CurrentCaller> caller;

  RateLimitFilter(Instance<RateLimiter> limiter, Instance<CurrentCaller> caller) {
    this.limiter = limiter;
    this.caller = caller;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Allowance allowance = limiter.get().allowance().orElse(null);
    if (allowance == null) {
      return;
    }
    CurrentCaller who = caller.get();
    if (!who.isKnown() || isAService(who)) {
      return;
    }
    Allowance.Grant grant = limiter.get().take(allowance, who.actor());
    request.setProperty(GRANT, grant);
    if (!grant.granted()) {
      throw new TooMany(
          ErrorCode.TOO_MANY_REQUESTS,
          "A key makes at most %d requests in %d seconds here."
              .formatted(allowance.most(), allowance.window().toSeconds()),
          grant.untilNext());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(GRANT) instanceof Allowance.Grant grant) {
      Allowance allowance = limiter.get().allowance().orElseThrow();
      MultivaluedMap<String, Object> headers = response.getHeaders();
      headers.putSingle("RateLimit-Limit", allowance.most());
      headers.putSingle("RateLimit-Remaining", grant.remaining());
      headers.putSingle("RateLimit-Reset", seconds(grant.untilFull()));
      headers.putSingle(
          "RateLimit-Policy", allowance.most() + ";w=" + allowance.window().toSeconds());
    }
  }

  private static boolean isAService(CurrentCaller who) {
    return who.hasRole(Roles.SERVICE) && !who.hasRole(Roles.ADMIN);
  }

  private static long seconds(Duration duration) {
    return duration.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
