package io.ledgerline.report.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A schedule's due times between its bounds, and what to do with those that have passed.
 *
 * @param times when it is due
 * @param endsAt exclusive end; null for none
 * @param catchUp what becomes of missed runs
 */
public record Agenda(DueTimes times, Instant endsAt, CatchUp catchUp) {
  /** A due time that is picked up later than this counts as missed. */
  public static final Duration ON_TIME = Duration.ofMinutes(5);

  /** Checks that all is there. */
  public Agenda {
    Objects.requireNonNull(times, "times");
    Objects.requireNonNull(catchUp, "catchUp");
  }

  /** The first due time not earlier than {@code from} and before the end. */
  public Optional<Instant> firstFrom(Instant from) {
    return times.nextFrom(from).filter(this::isBeforeEnd);
  }

  /**
   * What is to be done at {@code now} when {@code next} is the earliest due time not yet dealt
   * with. At most {@code limit} due times are dealt with at once; the rest waits for the next call.
   *
   * @return the decisions, oldest first, and the due time that follows them
   */
  public Step step(Instant next, Instant now, int limit) {
    List<Instant> due = new ArrayList<>();
    Optional<Instant> at = Optional.of(next).filter(this::isBeforeEnd);
    while (at.isPresent() && !at.get().isAfter(now) && due.size() < limit) {
      due.add(at.get());
      at = times.nextAfter(at.get()).filter(this::isBeforeEnd);
    }
    boolean moreIsDue = at.isPresent() && !at.get().isAfter(now);
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < due.size(); i++) {
      boolean last = i == due.size() - 1 && !moreIsDue;
      decisions.add(new Decision(due.get(i), makesRun(due.get(i), now, last)));
    }
    return new Step(List.copyOf(decisions), at.orElse(null));
  }

  private boolean makesRun(Instant due, Instant now, boolean last) {
    return switch (catchUp) {
      case ALL -> true;
      case LATEST -> last;
      case NONE -> !due.plus(ON_TIME).isBefore(now);
    };
  }

  private boolean isBeforeEnd(Instant due) {
    return endsAt == null || due.isBefore(endsAt);
  }

  /**
   * What becomes of one due time.
   *
   * @param dueAt the due time
   * @param makesRun whether a run is made; otherwise it is noted as skipped
   */
  public record Decision(Instant dueAt, boolean makesRun) {}

  /**
   * One step through the agenda.
   *
   * @param decisions oldest first
   * @param next the earliest due time not dealt with; null when the schedule is over
   */
  public record Step(List<Decision> decisions, Instant next) {}
}
