package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.platform.problem.InvalidRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What sums of quarter hours are asked for.
 *
 * @param meters which; others are not looked at
 * @param tags names of the tags to tell usage apart by
 * @param steps sizes of requests to tell them apart at, in tokens, rising
 */
record QuarterSumsWish(Set<String> meters, Set<String> tags, List<Integer> steps) {
  private static final int MOST_METERS = 200;
  private static final int MOST_TAGS = 64;
  private static final int MOST_STEPS = 50;

  QuarterSumsWish {
    meters = Set.copyOf(meters);
    tags = Set.copyOf(tags);
    steps = List.copyOf(steps);
  }

  /** Reads query parameters. */
  static QuarterSumsWish of(List<String> meters, List<String> tags, List<Integer> steps) {
    if (meters.isEmpty() || meters.size() > MOST_METERS) {
      throw InvalidRequest.field(
          "meter", "missing", "'meter' names 1 to " + MOST_METERS + " meters, one each time.");
    }
    if (tags.size() > MOST_TAGS) {
      throw InvalidRequest.field("tag", "too-many", "At most " + MOST_TAGS + " tags at once.");
    }
    if (steps.size() > MOST_STEPS || steps.stream().anyMatch(step -> step == null || step <= 0)) {
      throw InvalidRequest.field(
          "step", "range", "At most " + MOST_STEPS + " sizes in tokens, each above 0.");
    }
    Set<String> names = new TreeSet<>();
    meters.forEach(meter -> names.add(new MeterName(meter).value()));
    return new QuarterSumsWish(names, Set.copyOf(tags), List.copyOf(new TreeSet<>(steps)));
  }
}
