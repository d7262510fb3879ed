package io.ledgerline.platform.schema;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.jboss.logging.Logger;

/**
 * Brings the service's tables up to date, in the background and again and again until it works: a
 * database that is away when the service starts is waited for. Until then the readiness check
 * {@code schema} is DOWN. Whatever works on its own (schedulers, relays, consumers) asks {@link
 * #isReady} or waits for {@link #ready}.
 */
@ApplicationScoped
public class SchemaMigration {
  private static final Logger LOG = Logger.getLogger(SchemaMigration.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  private final Instance<Flyway> flyway;
  private final Event<SchemaReady> event;
  private final SchemaConfig config;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private volatile String waitingFor = "the first attempt";
  private volatile boolean stopping;
  private volatile Cancellable running = () -> {};

  SchemaMigration(Instance<Flyway> flyway, Event<SchemaReady> event, SchemaConfig config) {
    this.flyway = flyway;
    this.event = event;
    this.config = config;
  }

  /** Completes once the tables are there; at once if they are. Never fails: it waits. */
  public Uni<Void> ready() {
    return Uni.createFrom().completionStage(done::copy);
  }

  /** Whether the tables are there. */
  public boolean isReady() {
    return done.isDone();
  }

  /** Says why the tables are not there yet; empty when they are. */
  public String waitingFor() {
    return waitingFor;
  }

  void start(@Observes StartupEvent ignored) {
    if (flyway.isUnsatisfied()) {
      done.complete(null);
      return;
    }
    running =
        Uni.createFrom()
            .item(this::migrate)
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
            .onFailure()
            .invoke(this::note)
            .onFailure()
            .retry()
            .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
            .indefinitely()
            .subscribe()
            .with(this::finish, e -> LOG.error("The schema's migration ended", e));
    if (config.waitAtStart().isPositive()) {
      awaitTables();
    }
  }

  private void awaitTables() {
    try {
      done.get(config.waitAtStart().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warnf("Starting without the tables after waiting %s for them", config.waitAtStart());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The wait for the tables never fails", e);
    }
  }

  void stop(@Observes ShutdownEvent ignored) {
    stopping = true;
    running.cancel();
  }

  private MigrateResult migrate() {
    try {
      return flyway.get().migrate();
    } catch (RuntimeException e) {
      if (stopping) {
        return null;
      }
      throw e;
    }
  }

  private void finish(MigrateResult result) {
    if (stopping) {
      return;
    }
    LOG.infof(
        "Schema is at version %s, %d migrations made",
        versionOf(result), result.migrationsExecuted);
    waitingFor = "";
    done.complete(null);
    event.fire(new SchemaReady(versionOf(result)));
  }

  private void note(Throwable failure) {
    String reason = reasonOf(failure);
    if (!reason.equals(waitingFor)) {
      LOG.warnf("The schema is not ready, trying on: %s", reason);
      waitingFor = reason;
    }
  }

  private static String versionOf(MigrateResult result) {
    return result.targetSchemaVersion == null
        ? result.initialSchemaVersion
        : result.targetSchemaVersion;
  }

  private static String reasonOf(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause.getCause() != null && depth < 10; depth++) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
  }
}
