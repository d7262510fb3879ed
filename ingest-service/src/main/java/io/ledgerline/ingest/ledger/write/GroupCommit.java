package io.ledgerline.ingest.ledger.write;

import io.ledgerline.ingest.ledger.LedgerConfig;
import io.ledgerline.platform.problem.Overloaded;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Lets calls share transactions: while one is under way, what arrives gathers for the next. A call
 * that comes alone is recorded at once; a hundred that come together cost one commit. Small calls
 * wait a moment for more of their kind while another transaction is under way: those whose answers
 * it brings will be back at once, and a commit costs as much as many events.
 */
@ApplicationScoped
class GroupCommit {
  private static final Logger LOG = Logger.getLogger(GroupCommit.class);

  /** How often an idle writer looks whether it is to stop. */
  private static final long LOOK_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** So few events are not worth a commit of their own while another is under way. */
  private static final int FEW_EVENTS = 32;

  private final BlockingQueue<Call> waiting = new LinkedBlockingQueue<>();
  private final AtomicInteger waitingEvents = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final List<Thread> writers = new ArrayList<>();
  private final Recorder recorder;
  private final LedgerConfig config;
  private volatile boolean stopping;

  GroupCommit(Recorder recorder, LedgerConfig config) {
    this.recorder = recorder;
    this.config = config;
  }

  void start(@Observes StartupEvent ignored) {
    for (int i = 0; i < config.writers(); i++) {
      writers.add(Thread.ofPlatform().daemon().name("ledger-writer-" + i).start(this::write));
    }
  }

  /** What was accepted before is still recorded. */
  void stop(@Observes ShutdownEvent ignored) throws InterruptedException {
    stopping = true;
    for (Thread writer : writers) {
      writer.join();
    }
  }

  /**
   * Has a call recorded; its answer tells when that is done.
   *
   * @throws Overloaded when too much is waiting already
   */
  void submit(Call call) {
    if (stopping || waitingEvents.get() >= config.maxWaitingEvents()) {
      throw new Overloaded("Too many events are waiting to be recorded.");
    }
    waitingEvents.addAndGet(call.events());
    waiting.add(call);
  }

  private void write() {
    while (!stopping || !waiting.isEmpty()) {
      List<Call> group = next();
      if (!group.isEmpty()) {
        underWay.incrementAndGet();
        try {
          recorder.record(group);
        } catch (RuntimeException | Error e) {
          LOG.error("A transaction failed in a way nobody expected", e);
          group.forEach(call -> call.answer().completeExceptionally(e));
        } finally {
          underWay.decrementAndGet();
        }
      }
    }
  }

  /** Some calls with about as many events as fit one transaction, or one larger call. */
  private List<Call> next() {
    List<Call> group = new ArrayList<>();
    Call call = await(LOOK_UP_NANOS);
    long until = System.nanoTime() + config.gather().toNanos();
    int events = 0;
    while (call != null) {
      group.add(call);
      events += call.events();
      waitingEvents.addAndGet(-call.events());
      call = following(events, until);
    }
    return group;
  }

  /** The next call of a group that has so many events; null when the group is as it should be. */
  private Call following(int events, long until) {
    Call next = waiting.peek();
    if (next == null && events < FEW_EVENTS && underWay.get() > 0) {
      return await(until - System.nanoTime());
    }
    boolean fits = next != null && events + next.events() <= config.eventsPerCommit();
    return fits ? waiting.poll() : null;
  }

  private Call await(long nanos) {
    try {
      return waiting.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      // Nobody has a reason to; stopping is noticed by itself.
      return null;
    }
  }
}
