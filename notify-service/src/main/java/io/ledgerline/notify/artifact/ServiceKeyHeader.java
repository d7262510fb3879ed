package io.ledgerline.notify.artifact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** Puts the service key on calls to report-service; nothing of an incoming request goes along. */
@ApplicationScoped
public class ServiceKeyHeader implements ClientHeadersFactory {
  private final ReportServiceConfig config;

  ServiceKeyHeader(ReportServiceConfig config) {
    this.config = config;
  }

  @Override
  public MultivaluedMap<String, String> update(
      MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    config.apiKey().ifPresent(key -> headers.putSingle("Authorization", "Bearer " + key));
    return headers;
  }
}
