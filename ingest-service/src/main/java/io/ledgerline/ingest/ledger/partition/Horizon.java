package io.ledgerline.ingest.ledger.partition;

import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.platform.schema.SchemaMigration;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * From when on the ledger takes events: the start of the earliest month that is still open. Known
 * from memory and refreshed often; it only moves on.
 *
 * <p>What is known here may be some seconds old, and that does no harm: the database has the last
 * word. A closed month's partition refuses rows, and none is made for such a month, both with an
 * error that {@link #isClosedMonth} tells; a writer that meets it refreshes and decides again.
 */
@ApplicationScoped
public class Horizon {
  private static final Logger LOG = Logger.getLogger(Horizon.class);

  /** Raised by {@code refuse_closed_month} and {@code ensure_ledger_partition}. */
  private static final String CLOSED = "LL001";

  /** What PostgreSQL says when a row finds no partition: the month's is detached or gone. */
  private static final String NO_PARTITION = "23514";

  private final Pool pool;
  private final SchemaMigration schema;
  private volatile Instant openFrom = Instant.EPOCH;

  Horizon(Pool pool, SchemaMigration schema) {
    this.pool = pool;
    this.schema = schema;
  }

  /** Start of the earliest open month, as far as is known; 1970 while nothing is. */
  public Instant openFrom() {
    return openFrom;
  }

  /** Whether an event of this charge time comes too late. */
  public boolean isClosed(Instant chargeTime) {
    return chargeTime.isBefore(openFrom);
  }

  /** Why an event from before it is not taken. */
  public Reason reason() {
    return new Reason(
        "before-horizon",
        "time",
        "'time' is before "
            + openFrom
            + ": the ledger of that month is closed and takes no events any more.");
  }

  /** Asks the database. */
  public Uni<Void> refresh() {
    return pool.query("SELECT open_from FROM ledger_horizon")
        .execute()
        .invoke(rows -> moveTo(YearMonth.from(rows.iterator().next().getLocalDate(0))))
        .replaceWithVoid();
  }

  /** Takes over what the caller knows to be committed. */
  public void moveTo(YearMonth month) {
    Instant start = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    if (start.isAfter(openFrom)) {
      openFrom = start;
    }
  }

  /** Whether a write failed because the month it went to is closed, detached or dropped. */
  public static boolean isClosedMonth(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String state =
          switch (cause) {
            case PgException pg -> pg.getSqlState();
            case SQLException jdbc -> jdbc.getSQLState();
            default -> null;
          };
      if (CLOSED.equals(state)
          || NO_PARTITION.equals(state)
              && Objects.toString(cause.getMessage(), "").contains("no partition of relation")) {
        return true;
      }
    }
    return false;
  }

  @Scheduled(every = "5s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    if (!schema.isReady()) {
      return Uni.createFrom().voidItem();
    }
    return refresh()
        .onFailure()
        .invoke(e -> LOG.debugf("The horizon is asked for again: %s", e))
        .onFailure()
        .recoverWithNull();
  }
}
