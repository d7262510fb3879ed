package io.ledgerline.platform.audit;

import io.ledgerline.contracts.message.AuditRecorded;
import io.ledgerline.contracts.message.AuditRecorded.Outcome;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Records changes, reads of reports and refusals of either. The answer waits for its record. Of the
 * request only method, path and caller are looked at: neither bodies nor queries. Where a path
 * names a person there is a tilde.
 */
@Provider
public class AuditFilter implements ContainerResponseFilter {
  private static final Set<String> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** A path parameter that may be a name. */
  private static final String PERSON = "user";

  private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");

  /** Asked at each request, as providers are made while the native image is built. */
  private final Instance<Parts> parts;

  AuditFilter(Instance<Parts> parts) {
    this.parts = parts;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Optional<Outcome> outcome = outcome(response.getStatus());
    if (outcome.isEmpty() || request.getProperty(UnauditedMark.PROPERTY) != null) {
      return;
    }
    boolean isOnlyTold = READS.contains(request.getMethod()) || outcome.get() == Outcome.MISSING;
    if (isOnlyTold && !isToBeTold(request)) {
      return;
    }
    if (request instanceof ResteasyReactiveContainerRequestContext asked) {
      record(asked, response.getStatus(), outcome.get());
    }
  }

  private boolean isToBeTold(ContainerRequestContext request) {
    return request.getProperty(AuditedMark.PROPERTY) != null
        || parts.get().surfaces().of(request.getUriInfo().getPath()).isPresent();
  }

  private void record(
      ResteasyReactiveContainerRequestContext request, int status, Outcome outcome) {
    ResteasyReactiveRequestContext context =
        (ResteasyReactiveRequestContext) request.getServerRequestContext();
    RuntimeResource resource = context.getTarget();
    Parts known = parts.get();
    Parts.Actor actor = known.actor();
    if (resource == null || actor == null) {
      return;
    }
    AuditRecorded event =
        new AuditRecorded(
            UUID.randomUUID(),
            known.clock().instant().truncatedTo(ChronoUnit.MICROS),
            actor.tenant(),
            known.service(),
            actor.name(),
            request.getMethod() + " " + template(resource),
            known.object() == null ? object(request.getUriInfo()) : known.object(),
            outcome,
            status,
            known.addresses().of(context.serverRequest().unwrap(HttpServerRequest.class)),
            1);
    request.suspend();
    known.trail().record(event).subscribe().with(ignored -> request.resume(), request::resume);
  }

  /** The path, without the name of a person who may be named by id as well. */
  private static String object(UriInfo uri) {
    String path = "/" + uri.getPath().replaceFirst("^/", "");
    for (String person : uri.getPathParameters().getOrDefault(PERSON, List.of())) {
      if (!ID.matcher(person).matches()) {
        path = (path + "/").replace("/" + person + "/", "/~/").replaceFirst("/$", "");
      }
    }
    return path;
  }

  private static Optional<Outcome> outcome(int status) {
    return switch (status) {
      case 401, 403 -> Optional.of(Outcome.DENIED);
      case 404 -> Optional.of(Outcome.MISSING);
      default -> status < 400 ? Optional.of(Outcome.DONE) : Optional.empty();
    };
  }

  private static String template(RuntimeResource resource) {
    String whole = text(resource.getClassPath()) + "/" + text(resource.getPath());
    return whole.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
  }

  private static String text(URITemplate template) {
    return template == null ? "" : template.template;
  }
}
