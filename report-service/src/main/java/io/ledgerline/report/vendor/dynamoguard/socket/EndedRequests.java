package io.ledgerline.report.vendor.dynamoguard.socket;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Method;
import org.jboss.logging.Logger;

/**
 * Ends requests that became sockets. Quarkus counts the requests that it waits for when the service
 * stops, and takes one off when its answer ends; an upgraded one has no answer, so that after a
 * single socket each stop would take the whole of {@code quarkus.shutdown.timeout}. There is no
 * public way to say so.
 */
@RegisterForReflection(targets = QuarkusRequestWrapper.class)
final class EndedRequests {
  private static final Logger LOG = Logger.getLogger(EndedRequests.class);

  private EndedRequests() {}

  /**
   * Has nobody wait for the request any more; where that is not possible, stopping takes longer.
   */
  static void end(HttpServerRequest request) {
    try {
      Method done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
      done.setAccessible(true);
      done.invoke(QuarkusRequestWrapper.get(request));
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debugf("A request that became a socket is still waited for: %s", e);
    }
  }
}
