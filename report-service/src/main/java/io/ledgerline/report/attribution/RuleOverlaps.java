package io.ledgerline.report.attribution;

import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Span;
import io.ledgerline.report.book.Validity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds rules that name equally many but other things, not only another place, and could speak of
 * the same usage at the same time: which of them would count? Rules that name the same things never
 * contend: where their values are not equal, no usage matches both, but for models, where the
 * closer name wins. Found by the values of what both name, never by comparing all with all. For one
 * thread.
 */
final class RuleOverlaps {
  private final Map<RuleShape, List<RuleMatch>> byShape = new HashMap<>();
  private final Map<Side, Map<List<String>, Crowd>> sides = new HashMap<>();
  private final Register<RuleMatch, RuleTarget> rules;

  /** Models that rules of another shape may name, and what they are found by. */
  private enum Models {
    /** Whole names, found by name. */
    WHOLE,
    /** Beginnings, compared one by one. */
    BEGINNINGS,
    /** Both, compared one by one. */
    BOTH,
    /** Not looked at. */
    ANY
  }

  /** Rules of a shape by the values of some names. */
  private record Side(RuleShape shape, List<String> names, Models models) {}

  RuleOverlaps(Register<RuleMatch, RuleTarget> rules) {
    this.rules = rules;
    for (RuleMatch match : rules.keys()) {
      if (!rules.spans(match).isEmpty()) {
        byShape.computeIfAbsent(RuleShape.of(match), shape -> new ArrayList<>()).add(match);
      }
    }
  }

  /** A rule that contends with {@code match}; null when none does. */
  Entry<RuleMatch, RuleTarget> contender(RuleMatch match) {
    RuleShape shape = RuleShape.of(match);
    for (RuleShape other : byShape.keySet()) {
      if (shape.contendsWith(other)) {
        Entry<RuleMatch, RuleTarget> found = contender(match, shape, other);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private Entry<RuleMatch, RuleTarget> contender(
      RuleMatch match, RuleShape shape, RuleShape other) {
    List<String> common = shape.common(other);
    if (!shape.namesModel() || !other.namesModel()) {
      return find(match, new Side(other, common, Models.ANY));
    }
    if (match.isModelPattern()) {
      return find(match, new Side(other, common, Models.BOTH));
    }
    Entry<RuleMatch, RuleTarget> whole = find(match, new Side(other, common, Models.WHOLE));
    return whole != null ? whole : find(match, new Side(other, common, Models.BEGINNINGS));
  }

  private Entry<RuleMatch, RuleTarget> find(RuleMatch match, Side side) {
    Crowd crowd = sides.computeIfAbsent(side, this::build).get(key(match, side));
    if (crowd == null) {
      return null;
    }
    boolean oneByOne = side.models() == Models.BEGINNINGS || side.models() == Models.BOTH;
    for (Span<RuleMatch, RuleTarget> span : rules.spans(match)) {
      Entry<RuleMatch, RuleTarget> found =
          oneByOne ? crowd.sharingModel(match, span.when()) : crowd.within(span.when());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private Map<List<String>, Crowd> build(Side side) {
    Map<List<String>, Crowd> crowds = new HashMap<>();
    for (RuleMatch match : byShape.get(side.shape())) {
      boolean wanted =
          switch (side.models()) {
            case WHOLE -> !match.isModelPattern();
            case BEGINNINGS -> match.isModelPattern();
            case BOTH, ANY -> true;
          };
      if (wanted) {
        crowds
            .computeIfAbsent(key(match, side), values -> new Crowd())
            .members
            .addAll(rules.spans(match));
      }
    }
    crowds.values().forEach(Crowd::sort);
    return crowds;
  }

  private static List<String> key(RuleMatch match, Side side) {
    List<String> values = new ArrayList<>(RuleShape.values(match, side.names()));
    if (side.models() == Models.WHOLE) {
      values.add(match.model());
    }
    return values;
  }

  /** Rules that share some values, and when they count. */
  private static final class Crowd {
    private final List<Span<RuleMatch, RuleTarget>> members = new ArrayList<>();

    /** Of the members up to each place, the one that ends last. */
    private final List<Span<RuleMatch, RuleTarget>> lasting = new ArrayList<>();

    void sort() {
      members.sort(Comparator.comparing(member -> member.when().from()));
      Span<RuleMatch, RuleTarget> last = null;
      for (Span<RuleMatch, RuleTarget> member : members) {
        last = last == null || endsLater(member.when(), last.when()) ? member : last;
        lasting.add(last);
      }
    }

    /** A member that counts at some time within {@code when}; null when none does. */
    Entry<RuleMatch, RuleTarget> within(Validity when) {
      int low = 0;
      int high = members.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (when.to() == null || members.get(middle).when().from().isBefore(when.to())) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low > 0 && lasting.get(low - 1).when().overlaps(when)
          ? lasting.get(low - 1).entry()
          : null;
    }

    Entry<RuleMatch, RuleTarget> sharingModel(RuleMatch match, Validity when) {
      for (Span<RuleMatch, RuleTarget> member : members) {
        if (member.when().overlaps(when) && match.sharesModel(member.entry().key())) {
          return member.entry();
        }
      }
      return null;
    }

    private static boolean endsLater(Validity one, Validity other) {
      return other.to() != null && (one.to() == null || one.to().isAfter(other.to()));
    }
  }
}
