package io.ledgerline.local.demo;

import io.ledgerline.local.client.ApiClient;
import io.ledgerline.local.parts.PartsDescription;
import io.ledgerline.local.suite.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The running suite as the demo reaches it.
 *
 * @param parts the embedded parts
 * @param portOffset what was added to each usual port
 * @param adminKeyFile where the local admin key is
 * @param stays whether it goes on running when the demo is over
 */
public record DemoSuite(PartsDescription parts, int portOffset, Path adminKeyFile, boolean stays) {
  /** A client of one service that shows the local admin key. */
  ApiClient adminClient(Service service, DemoOutput out) throws IOException {
    return client(service, Files.readString(adminKeyFile).strip(), out);
  }

  /** A client of one service that shows a key. */
  ApiClient client(Service service, String key, DemoOutput out) {
    return new ApiClient(service.module(), service.url(portOffset), key, out::progress);
  }
}
