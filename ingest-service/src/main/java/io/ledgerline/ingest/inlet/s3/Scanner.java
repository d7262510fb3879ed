package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.platform.objectstore.ListRequest;
import io.ledgerline.platform.objectstore.ObjectHead;
import io.ledgerline.platform.objectstore.ObjectPage;
import io.ledgerline.platform.objectstore.ObjectStore;
import io.ledgerline.platform.schema.SchemaMigration;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Lists the locations and notes what is new, then wakes the workers. One scan at a time. */
@ApplicationScoped
class Scanner {
  private static final Logger LOG = Logger.getLogger(Scanner.class);

  private final Locations locations;
  private final ObjectStore store;
  private final ObjectRegister register;
  private final InletWorkers workers;
  private final SchemaMigration schema;
  private final Clock clock;
  private final AtomicBoolean scanning = new AtomicBoolean();
  private final Map<String, String> troubles = new ConcurrentHashMap<>();

  Scanner(
      Locations locations,
      ObjectStore store,
      ObjectRegister register,
      InletWorkers workers,
      SchemaMigration schema,
      Clock clock) {
    this.locations = locations;
    this.store = store;
    this.register = register;
    this.workers = workers;
    this.schema = schema;
    this.clock = clock;
  }

  @Scheduled(
      every = "${ledgerline.inlet.s3.poll-interval:5s}",
      delayed = "2s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    // On a worker thread, not an event loop: making the store's client takes a while.
    scan().await().indefinitely();
  }

  /**
   * Scans now, unless a scan is running. Never fails: troubles are logged and told by readiness.
   */
  Uni<Void> scan() {
    if (locations.all().isEmpty() || !schema.isReady() || !scanning.compareAndSet(false, true)) {
      return Uni.createFrom().voidItem();
    }
    return Multi.createFrom()
        .iterable(locations.all())
        .onItem()
        .transformToUniAndConcatenate(this::scan)
        .collect()
        .last()
        .replaceWithVoid()
        .onTermination()
        .invoke(() -> scanning.set(false));
  }

  /** What keeps locations from being listed, by name; empty when all is well. */
  Map<String, String> troubles() {
    return new TreeMap<>(troubles);
  }

  private Uni<Location> scan(Location location) {
    return page(location, ListRequest.of(location.bucket(), location.prefix()))
        .invoke(() -> ended(location))
        .onFailure()
        .invoke(e -> failed(location, e))
        .onFailure()
        .recoverWithNull()
        .replaceWith(location);
  }

  private Uni<Void> page(Location location, ListRequest request) {
    return store
        .list(request)
        .chain(
            page ->
                register
                    .add(location, finished(page))
                    .invoke(added -> found(location, added))
                    .chain(
                        added ->
                            page.continuation() == null
                                ? Uni.createFrom().voidItem()
                                : page(location, request.next(page))));
  }

  private List<ObjectHead> finished(ObjectPage page) {
    Instant now = clock.instant();
    return page.objects().stream().filter(head -> !UnfinishedObject.is(head, now)).toList();
  }

  private void found(Location location, int added) {
    if (added > 0) {
      LOG.infof("Found %d new objects in %s", added, location.name());
    }
    workers.wake();
  }

  private void ended(Location location) {
    if (troubles.remove(location.name()) != null) {
      LOG.infof("Location %s can be listed again", location.name());
    }
  }

  private void failed(Location location, Throwable failure) {
    String reason = String.valueOf(failure.getMessage());
    if (troubles.put(location.name(), reason) == null) {
      LOG.warnf("Location %s cannot be listed, trying on: %s", location.name(), reason);
    }
  }
}
