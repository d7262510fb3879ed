package io.ledgerline.platform.rest;

import io.ledgerline.platform.problem.InvalidRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses parameters of the address that have the character U+0000. No text that is kept has it,
 * and the database fails on it, so that each call would have to think of it by itself.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 2)
public class NulFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    check(request.getUriInfo().getQueryParameters());
    check(request.getUriInfo().getPathParameters());
  }

  private static void check(MultivaluedMap<String, String> parameters) {
    parameters.forEach(
        (name, values) -> {
          if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            throw InvalidRequest.field(
                name, "control-character", "'" + name + "' has a character that is not text.");
          }
        });
  }
}
