package io.ledgerline.ingest.ledger.partition;

import io.ledgerline.ingest.ledger.LedgerConfig;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Makes the partitions of the months to come, so that no event has to wait for one. */
@ApplicationScoped
public class PartitionsAhead {
  private static final Logger LOG = Logger.getLogger(PartitionsAhead.class);

  private final Partitions partitions;
  private final Clock clock;
  private final LedgerConfig config;

  PartitionsAhead(Partitions partitions, Clock clock, LedgerConfig config) {
    this.partitions = partitions;
    this.clock = clock;
    this.config = config;
  }

  @Scheduled(
      every = "1h",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> make() {
    var now = clock.instant().atZone(ZoneOffset.UTC).withDayOfMonth(1);
    List<Instant> months =
        IntStream.rangeClosed(0, config.partitionsAhead())
            .mapToObj(ahead -> now.plusMonths(ahead).toInstant())
            .toList();
    return partitions
        .ensure(months)
        .onFailure()
        .invoke(e -> LOG.warnf("Partitions ahead could not be made: %s", e.getMessage()))
        .onFailure()
        .recoverWithNull();
  }
}
