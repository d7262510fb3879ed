package io.ledgerline.system.chaos.suite;

import io.ledgerline.system.chaos.load.Answers;
import io.ledgerline.system.chaos.load.Call;
import io.ledgerline.system.chaos.load.Latencies;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that work off calls side by side and repeat each until it is answered, at whatever
 * replica, as a careful client does.
 */
public final class Load {
  private static final Duration MOST_PATIENCE = Duration.ofMinutes(4);
  private static final int PAUSE_MILLIS = 250;

  private final List<EventDoor> doors;
  private final Answers answers;
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final int all;
  private final Latencies latencies = new Latencies();
  private final Map<Integer, Integer> refusals = new TreeMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean givenUp;

  private Load(List<EventDoor> doors, Answers answers, List<Call> plan) {
    this.doors = doors;
    this.answers = answers;
    this.all = plan.stream().mapToInt(Call::calls).sum();
    this.open.set(all);
    for (Call call : plan) {
      for (int sender = 0; sender < call.senders(); sender++) {
        calls.add(sender == 0 ? call : withoutEcho(call));
      }
    }
  }

  /** Begins, with so many clients. */
  public static Load start(List<EventDoor> doors, Answers answers, List<Call> plan, int clients) {
    Load load = new Load(doors, answers, plan);
    for (int client = 0; client < clients; client++) {
      load.threads.add(Thread.ofPlatform().daemon().name("client-" + client).start(load::work));
    }
    return load;
  }

  private static Call withoutEcho(Call call) {
    return new Call(call.items(), call.single(), 1, java.util.Optional.empty());
  }

  private void work() {
    try {
      while (open.get() > 0 && !givenUp) {
        Call call = calls.poll();
        if (call == null) {
          // Another client still holds the call whose echo is to come.
          TimeUnit.MILLISECONDS.sleep(1);
        } else {
          workOff(call);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void workOff(Call call) throws InterruptedException {
    Instant end = Instant.now().plus(MOST_PATIENCE);
    while (!attempt(call)) {
      if (Instant.now().isAfter(end)) {
        givenUp = true;
        return;
      }
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS));
    }
    done.incrementAndGet();
    call.echo().ifPresent(calls::add);
    open.decrementAndGet();
  }

  /** Whether it was answered. */
  private boolean attempt(Call call) throws InterruptedException {
    EventDoor door = doors.get(ThreadLocalRandom.current().nextInt(doors.size()));
    Instant begin = Instant.now();
    try {
      EventDoor.Attempt attempt = door.send(call);
      if (attempt.statuses().isPresent()) {
        latencies.add(Duration.between(begin, Instant.now()));
        answers.answered(call, attempt.statuses().get());
        return true;
      }
      refused(attempt.httpStatus());
    } catch (IOException noAnswer) {
      refused(0);
    }
    answers.lost(call);
    return false;
  }

  private void refused(int status) {
    synchronized (refusals) {
      refusals.merge(status, 1, Integer::sum);
    }
  }

  /** Calls answered so far, from 0 to 100. */
  public int percent() {
    return (int) (100L * done.get() / all);
  }

  /** Whether every call was answered, or one of them not for so long that there is no hope. */
  public boolean isOver() {
    return open.get() <= 0 || givenUp;
  }

  /** Waits for that. Returns whether every call was answered. */
  public boolean await() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
    return !givenUp;
  }

  /** How long answers took, those that came. */
  public Latencies latencies() {
    return latencies;
  }

  /** Attempts without result by HTTP status; 0 where there was no answer at all. */
  public Map<Integer, Integer> refusals() {
    synchronized (refusals) {
      return new TreeMap<>(refusals);
    }
  }
}
