package io.ledgerline.platform.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * Guards what is no resource and speaks of everybody's usage, such as metrics: callers with a scope
 * are refused.
 */
@Singleton
public class WholeTenantPolicy implements HttpSecurityPolicy {
  @Override
  public String name() {
    return "whole-tenant";
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request,
      Uni<SecurityIdentity> identity,
      AuthorizationRequestContext requestContext) {
    return identity.map(who -> isAllowed(who) ? CheckResult.PERMIT : CheckResult.DENY);
  }

  private static boolean isAllowed(SecurityIdentity who) {
    boolean cut = who.getPrincipal() instanceof CallerPrincipal caller && caller.scope() != null;
    return !who.isAnonymous() && !cut;
  }
}
