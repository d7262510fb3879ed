package io.ledgerline.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Sends calls over a fixed number of connections from one thread: what a call costs here is writing
 * new ids into bytes that are there already, two system calls, and a look at the answer's end. On a
 * machine that it shares with the services, that is what keeps it from being what is measured.
 */
public final class LoadGenerator implements AutoCloseable {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final int SCRATCH = 256 << 10;
  private static final int TEMPLATES = 4;
  private static final int EVENTS_IN_TEMPLATES = 64;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long MILLI = 1_000_000;
  private static final int OK = 200;

  private final Selector selector = Selector.open();
  private final ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH);
  private final List<Caller> callers = new ArrayList<>();
  private final Deque<Caller> idle = new ArrayDeque<>();
  private final EventStamp stamp;
  private final byte[] counted;
  private Pace pace;
  private long calls;
  private long events;
  private long lastAnswer;
  private IOException failure;
  private Histogram latency;

  /**
   * Opens the connections.
   *
   * @param batch events per call
   * @param stamp where ids and times come from; may go on from one generator to the next
   * @throws IOException when the server does not accept them
   */
  public LoadGenerator(Target target, int connections, int batch, EventStamp stamp)
      throws IOException {
    this.stamp = stamp;
    this.counted = target.countedName();
    SplittableRandom random = new SplittableRandom(batch);
    int templates = Math.max(TEMPLATES, EVENTS_IN_TEMPLATES / batch);
    List<BodyTemplate> bodies = new ArrayList<>();
    for (int i = 0; i < templates; i++) {
      bodies.add(BodyTemplate.of(batch, random));
    }
    for (int i = 0; i < connections; i++) {
      Caller caller = new Caller(selector, target, bodies);
      callers.add(caller);
      idle.add(caller);
    }
  }

  /**
   * Begins calls for so long and waits for all answers.
   *
   * @throws IOException when a call is refused or not answered: figures of such a run mean nothing
   */
  public LoadResult run(Duration time, Pace newPace) throws IOException {
    pace = newPace;
    calls = 0;
    events = 0;
    latency = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);
    long cpu = SYSTEM.getProcessCpuTime();
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    lastAnswer = begin;
    for (long now = begin; now < end; now = System.nanoTime()) {
      beginCalls(now);
      await(Math.min(idle.isEmpty() ? end : pace.askAgain(now), end) - System.nanoTime());
    }
    while (idle.size() < callers.size()) {
      if (System.nanoTime() - end > PATIENCE_NANOS) {
        throw new IOException(callers.size() - idle.size() + " calls were not answered");
      }
      await(PATIENCE_NANOS / 10);
    }
    return new LoadResult(
        calls,
        events,
        Duration.ofNanos(Math.max(1, lastAnswer - begin)),
        Duration.ofNanos(SYSTEM.getProcessCpuTime() - cpu),
        latency);
  }

  private void beginCalls(long now) throws IOException {
    while (!idle.isEmpty() && pace.mayStart(now)) {
      Caller caller = idle.poll();
      caller.begin(pace.start(now, caller.events()), stamp);
    }
  }

  private void await(long nanos) throws IOException {
    long millis = (nanos + MILLI - 1) / MILLI;
    if (millis <= 0) {
      selector.selectNow(this::advance);
    } else {
      selector.select(this::advance, millis);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void advance(SelectionKey key) {
    Caller caller = (Caller) key.attachment();
    try {
      if (caller.advance(scratch)) {
        finish(caller);
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  private void finish(Caller caller) throws IOException {
    lastAnswer = System.nanoTime();
    if (caller.answer().status() != OK) {
      throw new IOException("A call was answered with " + caller.answer().shown());
    }
    latency.recordValue(
        TimeUnit.NANOSECONDS.toMicros(Math.max(0, lastAnswer - caller.startedAt())));
    calls++;
    int taken = caller.answer().number(counted);
    events += taken;
    pace.answered(taken);
    idle.add(caller);
  }

  @Override
  public void close() throws IOException {
    for (Caller caller : callers) {
      caller.close();
    }
    selector.close();
  }
}
