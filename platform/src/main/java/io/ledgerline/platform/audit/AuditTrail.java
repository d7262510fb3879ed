package io.ledgerline.platform.audit;

import io.ledgerline.contracts.message.AuditRecorded;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Keeps records of the audit log, several at a time when there are many. What cannot be kept now is
 * tried again from memory; when that is full, the service's log is the last place for it.
 * Thread-safe.
 */
@ApplicationScoped
public class AuditTrail {
  private static final Logger LOG = Logger.getLogger(AuditTrail.class);
  private static final int MOST_WAITING = 10_000;
  private static final int BATCH = 200;

  private final Instance<AuditSink> sink;
  private final AuditConfig config;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private boolean running;
  private boolean failing;

  private record Waiting(AuditRecorded event, CompletableFuture<Void> kept) {}

  AuditTrail(Instance<AuditSink> sink, AuditConfig config) {
    this.sink = sink;
    this.config = config;
  }

  /** Keeps a record; completes when it is kept, or when that takes too long. Never fails. */
  public Uni<Void> record(AuditRecorded event) {
    if (sink.isUnsatisfied()) {
      return Uni.createFrom().voidItem();
    }
    CompletableFuture<Void> kept = new CompletableFuture<>();
    if (!add(new Waiting(event, kept))) {
      LOG.errorf("Not in the audit log, as too many records wait for it: %s", event);
      return Uni.createFrom().voidItem();
    }
    next();
    return Uni.createFrom()
        .completionStage(kept)
        .ifNoItem()
        .after(config.patience())
        .recoverWithItem((Void) null);
  }

  @Scheduled(every = "2s", delayed = "5s")
  void again() {
    next();
  }

  private synchronized boolean add(Waiting record) {
    return waiting.size() < MOST_WAITING && waiting.add(record);
  }

  private void next() {
    List<Waiting> batch = take();
    if (!batch.isEmpty()) {
      Uni.createFrom()
          .deferred(() -> sink.get().keep(batch.stream().map(Waiting::event).toList()))
          .subscribe()
          .with(done -> kept(batch), failure -> failed(batch, failure));
    }
  }

  private synchronized List<Waiting> take() {
    List<Waiting> batch = new ArrayList<>();
    while (!running && batch.size() < BATCH && !waiting.isEmpty()) {
      batch.add(waiting.poll());
    }
    running |= !batch.isEmpty();
    return batch;
  }

  private void kept(List<Waiting> batch) {
    synchronized (this) {
      running = false;
      if (failing) {
        LOG.info("The audit log is written again");
      }
      failing = false;
    }
    batch.forEach(record -> record.kept().complete(null));
    next();
  }

  private synchronized void failed(List<Waiting> batch, Throwable failure) {
    if (!failing) {
      LOG.warnf("The audit log waits, it cannot be written now: %s", failure);
    }
    failing = true;
    running = false;
    batch.reversed().forEach(waiting::addFirst);
  }
}
