package io.ledgerline.platform.audit;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells {@link AuditFilter} of {@link Audited}. Before it: answers are filtered from the top. */
@Provider
@Audited
@Priority(Priorities.USER + 1)
public class AuditedMark implements ContainerResponseFilter {
  static final String PROPERTY = Audited.class.getName();

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    request.setProperty(PROPERTY, true);
  }
}
