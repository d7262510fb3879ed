package io.ledgerline.system.chaos.load;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that was answered, and what must hold of it: each event is recorded once, by exactly one
 * answer, unless the answer that said so may have been one that never arrived. For any number of
 * threads.
 */
public final class Answers {
  private static final int MOST_EXAMPLES = 10;

  private final Generator generator;
  private final Map<Integer, Integer> recorded = new HashMap<>();
  private final BitSet accepted = new BitSet();
  private final BitSet unsure = new BitSet();
  private final Map<Status, Long> counts = new EnumMap<>(Status.class);
  private final List<String> wrong = new ArrayList<>();
  private long wrongCount;
  private long unanswered;

  /** Answers about these events. */
  public Answers(Generator generator) {
    this.generator = generator;
  }

  /** What an answer says of one event. */
  public enum Status {
    /** Counted now. */
    RECORDED,
    /** Counted before. */
    DUPLICATE,
    /** Refused: something else is counted under that identity. */
    CONFLICT,
    /** Refused: breaks a rule. */
    REJECTED
  }

  /** An attempt was made and nobody knows what became of it. */
  public synchronized void lost(Call call) {
    unanswered++;
    call.items().stream().filter(item -> !item.restamped()).forEach(i -> unsure.set(i.number()));
  }

  /** An attempt was answered, with a status for each of its items in order. */
  public synchronized void answered(Call call, List<Status> statuses) {
    if (statuses.size() != call.items().size()) {
      wrong(statuses.size() + " results for " + call.items().size() + " events");
      return;
    }
    for (int i = 0; i < statuses.size(); i++) {
      answered(call.items().get(i), statuses.get(i));
    }
  }

  private void answered(Item item, Status status) {
    counts.merge(status, 1L, Long::sum);
    boolean counted = status == Status.RECORDED || status == Status.DUPLICATE;
    if (item.restamped()) {
      if (status != Status.CONFLICT) {
        wrong("a re-stamped copy was " + status + ": " + generator.restamped(item.number()));
      }
    } else if (counted) {
      accepted.set(item.number());
      if (status == Status.RECORDED && recorded.merge(item.number(), 1, Integer::sum) > 1) {
        wrong("recorded twice: " + generator.event(item.number()));
      }
    } else {
      wrong(status + ": " + generator.event(item.number()));
    }
  }

  private void wrong(String sentence) {
    wrongCount++;
    if (wrong.size() < MOST_EXAMPLES) {
      wrong.add(sentence);
    }
  }

  /** The events that some answer says are counted. */
  public synchronized Stream<ChaosEvent> accepted() {
    return accepted.stream().boxed().toList().stream().map(generator::event);
  }

  /** How often this was answered. */
  public synchronized long count(Status status) {
    return counts.getOrDefault(status, 0L);
  }

  /** Attempts that were never answered. */
  public synchronized long unanswered() {
    return unanswered;
  }

  /** What was answered wrongly about the first {@code count} events; empty when all is well. */
  public synchronized List<String> faults(int count) {
    List<String> faults = new ArrayList<>(wrong);
    if (wrongCount > wrong.size()) {
      faults.add(wrongCount - wrong.size() + " more wrong answers");
    }
    for (int number = 0; number < count; number++) {
      if (!accepted.get(number)) {
        faults.add("never answered: " + generator.event(number));
      } else if (!recorded.containsKey(number) && !unsure.get(number)) {
        faults.add("a duplicate of what was never recorded: " + generator.event(number));
      }
      if (faults.size() > 2 * MOST_EXAMPLES) {
        faults.add("… and perhaps more");
        break;
      }
    }
    return faults;
  }
}
