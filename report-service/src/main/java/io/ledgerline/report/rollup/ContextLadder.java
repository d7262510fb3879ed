package io.ledgerline.report.rollup;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.contracts.usage.RequestSize;
import io.ledgerline.report.ledger.LedgerLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The sizes of a request at which some provider's price changes. A request's size is all its input:
 * uncached, read from and written to a cache. The highest step below the size becomes the entry
 * {@code context} of the usage's price class, so that sums can still be priced by size:
 *
 * <pre>
 *   size     0 … 32,000 | 32,001 … 128,000 | 128,001 … 200,000 | …
 *   context  (none)     | 32k              | 128k              | …
 * </pre>
 *
 * A step itself belongs to the band below it, as providers say "above 200,000 tokens". A new step
 * is a new ladder and means a rebuild of the rollups. What is not known to be one request ({@code
 * requests} above 1) has no size. Immutable.
 *
 * @param version number of the ladder
 * @param steps in tokens, ascending, whole thousands
 */
public record ContextLadder(int version, List<Integer> steps) {
  /** The ladder in use. */
  public static final ContextLadder V1 =
      new ContextLadder(
          1, List.of(32_000, 128_000, 200_000, 252_000, 256_000, 272_000, 512_000, 1_000_000));

  /** The band of requests up to the first step. */
  static final int NO_BAND = 0;

  private static final int THOUSAND = 1000;

  /** Checks the order. */
  public ContextLadder {
    steps = List.copyOf(steps);
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) % THOUSAND != 0 || steps.get(i) <= (i == 0 ? 0 : steps.get(i - 1))) {
        throw new IllegalArgumentException("steps are ascending whole thousands: " + steps);
      }
    }
  }

  /** What a meter says about the size of a request. */
  enum Role {
    /** A part of it. */
    SIZE,
    /** How many requests it is the size of. */
    REQUESTS,
    /** Nothing. */
    NONE;

    static Role of(String meter) {
      return switch (meter) {
        case "requests" -> REQUESTS;
        case "input_tokens", "cache_read_tokens", "cache_write_tokens" -> SIZE;
        default -> NONE;
      };
    }
  }

  /** The names of all bands above the first step, ascending. */
  public List<String> names() {
    return IntStream.rangeClosed(1, steps.size()).mapToObj(this::name).toList();
  }

  /** Whether a band table may change its price at {@code limit}. */
  public boolean isStep(BigDecimal limit) {
    return steps.stream().anyMatch(step -> BigDecimal.valueOf(step).compareTo(limit) == 0);
  }

  /** The size above which a band begins; empty when there is no band of this name. */
  public OptionalInt stepOf(String name) {
    return IntStream.rangeClosed(1, steps.size())
        .filter(band -> name(band).equals(name))
        .map(band -> steps.get(band - 1))
        .findFirst();
  }

  /**
   * The price class of an event, with its context.
   *
   * @param stated what the source says; a context among it wins
   * @param quantities what the event used
   */
  public PriceClass classOf(PriceClass stated, Quantities quantities) {
    return withBand(stated, bandOf(quantities));
  }

  /**
   * The price class of requests of a band.
   *
   * @param stated what the source says; a context among it wins
   * @param above the step that the band begins above; null for the first band
   */
  public PriceClass classAbove(PriceClass stated, Integer above) {
    return withBand(stated, above == null ? NO_BAND : steps.indexOf(above) + 1);
  }

  /** The price class of a line of the ledger's detail, with its context. */
  public PriceClass classOf(LedgerLine line) {
    return classOf(line.priceClass(), line.quantities());
  }

  private int bandOf(Quantities quantities) {
    Map<MeterName, Quantity> byMeter = quantities.byMeter();
    Quantity requests = byMeter.get(MeterName.REQUESTS);
    if (!RequestSize.isOne(requests == null ? null : requests.value())) {
      return NO_BAND;
    }
    BigDecimal size = BigDecimal.ZERO;
    for (MeterName meter : RequestSize.METERS) {
      Quantity part = byMeter.get(meter);
      if (part != null) {
        size = size.add(part.value());
      }
    }
    int band = steps.size();
    while (band > 0 && size.compareTo(BigDecimal.valueOf(steps.get(band - 1))) <= 0) {
      band--;
    }
    return band;
  }

  /**
   * The number of the band that a size lies in.
   *
   * @param units whole tokens
   * @param more whether there is a fraction of a token beyond
   */
  int band(long units, boolean more) {
    // From below: nearly every request is through with one comparison.
    int band = 0;
    while (band < steps.size() && isAbove(units, more, steps.get(band))) {
      band++;
    }
    return band;
  }

  PriceClass withBand(PriceClass stated, int band) {
    return band == NO_BAND ? stated : stated.withDefault(PriceClass.CONTEXT, name(band));
  }

  private static boolean isAbove(long units, boolean more, int step) {
    return units > step || more && units == step;
  }

  private String name(int band) {
    return steps.get(band - 1) / THOUSAND + "k";
  }
}
