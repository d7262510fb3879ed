package io.ledgerline.platform.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Notes on a request that its resource is fit for callers with a scope. */
abstract class ScopeMark implements ContainerRequestFilter {
  private static final String MARK = ScopeMark.class.getName();

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(MARK, Boolean.TRUE);
  }

  static boolean isOn(ContainerRequestContext request) {
    return request.getProperty(MARK) != null;
  }

  /** For what cuts by itself. */
  @Provider
  @KeepsScope
  @Priority(Priorities.AUTHORIZATION)
  public static class OfKeeping extends ScopeMark {}

  /** For what has nothing to cut. */
  @Provider
  @ShowsNoUsage
  @Priority(Priorities.AUTHORIZATION)
  public static class OfNoUsage extends ScopeMark {}
}
