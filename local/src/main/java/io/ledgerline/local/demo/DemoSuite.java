package io.ledgerline.local.demo;

import io.ledgerline.local.client.ApiClient;
import io.ledgerline.local.parts.PartsDescription;
import io.ledgerline.local.suite.Service;

/**
 * The running suite as the demo reaches it.
 *
 * @param parts the embedded parts
 * @param portOffset what was added to each usual port
 * @param adminKey the local admin key
 */
public record DemoSuite(PartsDescription parts, int portOffset, String adminKey) {
  /** A client of one service that shows a key. */
  ApiClient client(Service service, String key, DemoOutput out) {
    return new ApiClient(service.module(), service.url(portOffset), key, out::progress);
  }

  @Override
  public String toString() {
    return "DemoSuite[portOffset=" + portOffset + "]";
  }
}
