package io.ledgerline.platform.access;

import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.Forbidden;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses callers with a scope wherever the resource does not say that it is fit for them: a
 * resource that nobody thought about shows nothing. Runs behind {@link ScopeMark}.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public class ScopeFilter implements ContainerRequestFilter {
  /** Asked at each request, as providers are made while the native image is built. */
  private final Instance<CurrentCaller> caller;

  ScopeFilter(Instance<CurrentCaller> caller) {
    this.caller = caller;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (ScopeMark.isOn(request)) {
      return;
    }
    CurrentCaller who = caller.get();
    if (who.isKnown() && who.scope().isPresent()) {
      throw new Forbidden(
          ErrorCode.SCOPE_NOT_SUPPORTED, ErrorCode.SCOPE_NOT_SUPPORTED.explanation());
    }
  }
}
