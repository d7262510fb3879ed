package io.ledgerline.report.gauge;

import io.ledgerline.contracts.usage.Dimensions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Weights samples by time. A sample holds until the next one of its series, at most for the meter's
 * carry-forward limit; what counts after that is the meter's gap policy's to say, and is told as
 * not covered. A series begins with its first sample and goes on until its resource ends; a sample
 * after the end begins it anew. Of two samples of a series at one instant the greater counts, and
 * an end counts before both. So neither the order in which samples arrived nor their repetition
 * matters.
 *
 * <p>Samples come by rising time. Memory grows with series, not with samples. Pure; not safe for
 * several threads.
 */
public final class Weigher {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final Weightings weightings;
  private final Instant from;
  private final Instant to;
  private final Consumer<Stretch> sink;

  /** By resource, because an end is of a whole resource. */
  private final Map<Resource, Map<SeriesKey, Standing>> standing = new HashMap<>();

  private final List<Sample> waiting = new ArrayList<>();
  private Instant now = Instant.MIN;

  private record Resource(String source, String name) {
    static Resource of(Sample sample) {
      return new Resource(sample.source(), sample.resource());
    }
  }

  /**
   * Begins.
   *
   * @param from stretches before it are not told; samples of {@link Weightings#lookBack} before it
   *     are needed
   * @param to stretches from it on are not told
   * @param sink is told the stretches of each series in order, without a hole between its beginning
   *     and its end
   */
  public Weigher(Weightings weightings, Instant from, Instant to, Consumer<Stretch> sink) {
    this.weightings = weightings;
    this.from = from;
    this.to = to;
    this.sink = sink;
  }

  /**
   * Takes the next sample.
   *
   * @throws IllegalArgumentException when it is older than the one before
   */
  public void take(Sample sample) {
    if (sample.at().isBefore(now)) {
      throw new IllegalArgumentException(
          "samples come by rising time: %s after %s".formatted(sample.at(), now));
    }
    if (sample.at().isAfter(now)) {
      settleInstant();
      now = sample.at();
    }
    waiting.add(sample);
  }

  /**
   * Time has come to {@code until}, before which no sample comes any more: tells what is known of
   * it.
   */
  public void advance(Instant until) {
    if (until.isAfter(now)) {
      settleInstant();
    }
    standing.values().forEach(of -> of.forEach((series, at) -> at.tell(series, until)));
  }

  /** Before which instant nothing more will be told, after {@link #advance} to {@code until}. */
  public Instant settled(Instant until) {
    Instant settled = until;
    for (Map<SeriesKey, Standing> ofResource : standing.values()) {
      for (Standing at : ofResource.values()) {
        settled = at.told.isBefore(settled) ? at.told : settled;
      }
    }
    return settled;
  }

  /** There are no more samples: tells the rest, up to the end of the span. */
  public void end() {
    settleInstant();
    standing.values().forEach(of -> of.forEach((series, at) -> at.close(series, to, null)));
    standing.clear();
  }

  /** All samples of one instant at once: which of them came first is of no account. */
  private void settleInstant() {
    Set<Resource> gone = new HashSet<>();
    for (Sample sample : waiting) {
      if (sample.ended()) {
        gone.add(Resource.of(sample));
        end(sample);
      }
    }
    Map<Resource, Map<SeriesKey, Standing>> begun = new HashMap<>();
    for (Sample sample : waiting) {
      if (!sample.ended() && !gone.contains(Resource.of(sample))) {
        begin(sample, begun.computeIfAbsent(Resource.of(sample), first -> new HashMap<>()));
      }
    }
    waiting.clear();
    begun.forEach(this::goOn);
  }

  private void goOn(Resource resource, Map<SeriesKey, Standing> begun) {
    Map<SeriesKey, Standing> ofResource =
        standing.computeIfAbsent(resource, first -> new HashMap<>());
    begun.forEach(
        (series, next) -> {
          Standing before = ofResource.put(series, next);
          if (before != null) {
            before.close(series, next.since, next.level);
          }
        });
  }

  private void begin(Sample sample, Map<SeriesKey, Standing> begun) {
    sample
        .quantities()
        .forEach(
            (meter, level) -> {
              Weighting weighting = weightings.of(meter);
              if (weighting != null) {
                begun.merge(
                    sample.series(meter),
                    new Standing(weighting, sample, level),
                    Standing::greater);
              }
            });
  }

  private void end(Sample sample) {
    Map<SeriesKey, Standing> gone = standing.remove(Resource.of(sample));
    if (gone != null) {
      gone.forEach((series, at) -> at.close(series, sample.at(), null));
    }
  }

  /** Where a series stands since its latest sample. */
  private final class Standing {
    private final Weighting weighting;
    private final Instant since;
    private final Instant holdsTo;
    private final Dimensions dimensions;
    private final BigDecimal level;
    private Instant told;

    Standing(Weighting weighting, Sample sample, BigDecimal level) {
      this.weighting = weighting;
      this.since = sample.at();
      this.told = since;
      this.holdsTo = since.plus(weighting.carryForward());
      this.dimensions = sample.dimensions();
      this.level = level;
    }

    /** Of two samples of one instant the one that counts. */
    static Standing greater(Standing one, Standing other) {
      int order = one.level.compareTo(other.level);
      int decided =
          order == 0 ? other.dimensions.toString().compareTo(one.dimensions.toString()) : order;
      return decided >= 0 ? one : other;
    }

    /** Tells what is certain up to an instant. */
    void tell(SeriesKey series, Instant until) {
      tell(series, earlier(until, holdsTo), level, true);
      if (weighting.gap() != GapPolicy.AVERAGE) {
        tell(series, until, gapLevel(null), false);
      }
    }

    /** Tells all up to an instant at which the next sample, if any, has another level. */
    void close(SeriesKey series, Instant until, BigDecimal next) {
      tell(series, earlier(until, holdsTo), level, true);
      tell(series, until, gapLevel(next), false);
    }

    private BigDecimal gapLevel(BigDecimal next) {
      return switch (weighting.gap()) {
        case CARRY -> null;
        case ZERO -> BigDecimal.ZERO;
        case AVERAGE -> next == null ? null : level.add(next).divide(TWO);
      };
    }

    private void tell(SeriesKey series, Instant until, BigDecimal counts, boolean covered) {
      if (told.isBefore(until)) {
        int samples = covered && told.equals(since) ? 1 : 0;
        Stretch whole = new Stretch(series, dimensions, told, until, counts, covered, samples);
        Stretch inside = whole.within(from, to);
        if (inside != null) {
          sink.accept(inside);
        }
        told = until;
      }
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** All stretches of samples that are in memory, in any order. */
  public static List<Stretch> weigh(
      Weightings weightings, List<Sample> samples, Instant from, Instant to) {
    List<Stretch> stretches = new ArrayList<>();
    Weigher weigher = new Weigher(weightings, from, to, stretches::add);
    samples.stream()
        .filter(sample -> sample.at().isBefore(to))
        .sorted(Comparator.comparing(Sample::at))
        .forEach(weigher::take);
    weigher.end();
    return stretches;
  }
}
