package io.ledgerline.platform.audit;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells {@link AuditFilter} of {@link Unaudited}. Before it: answers are filtered from the top. */
@Provider
@Unaudited
@Priority(Priorities.USER + 1)
public class UnauditedMark implements ContainerResponseFilter {
  static final String PROPERTY = Unaudited.class.getName();

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    request.setProperty(PROPERTY, true);
  }
}
