package io.ledgerline.platform.messaging.outbox;

import io.ledgerline.platform.messaging.OutgoingRecord;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Where a transaction puts the records that must go out if, and only if, it commits. Call {@link
 * #wake} after the commit, or wait for the relay's next tick. Sending is at least once. Headers are
 * not kept; the trace is.
 *
 * <p>Records of one key leave in the order they were added as long as one replica of the service
 * relays; with more, give messages a revision (as access keys and deliveries have) and let the
 * receiver keep the highest.
 */
@ApplicationScoped
@IfBuildProperty(name = "ledgerline.outbox.enabled", stringValue = "true")
public class Outbox {
  private static final String COLUMNS =
      "INSERT INTO outbox (topic, record_key, payload, traceparent) VALUES ";

  private final OutboxRelay relay;

  Outbox(OutboxRelay relay) {
    this.relay = relay;
  }

  /** Adds a record within the transaction of a connection of the reactive client. */
  public Uni<Void> add(SqlClient transaction, OutgoingRecord record) {
    return transaction
        .preparedQuery(COLUMNS + "($1, $2, $3, $4)")
        .execute(
            Tuple.of(
                record.topic(),
                record.key(),
                Buffer.buffer(record.payload()),
                TraceParent.current()))
        .replaceWithVoid();
  }

  /** Adds a record within the transaction of a Hibernate Reactive session. */
  public Uni<Void> add(Mutiny.Session transaction, OutgoingRecord record) {
    return transaction
        .createNativeQuery(COLUMNS + "(?1, ?2, ?3, ?4)")
        .setParameter(1, record.topic())
        .setParameter(2, record.key())
        .setParameter(3, record.payload())
        .setParameter(4, TraceParent.current())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Tells the relay that something was committed. Returns at once. */
  public void wake() {
    relay.wake();
  }
}
