package io.ledgerline.contracts.usage;

import java.math.BigDecimal;
import java.util.Set;

/**
 * The size of a request: all its input, uncached, read from and written to a cache. What is not
 * known to be one request ({@code requests} above 1) has none.
 */
public final class RequestSize {
  /** The meters whose sum is the size of a request. */
  public static final Set<MeterName> METERS =
      Set.of(MeterName.INPUT_TOKENS, MeterName.CACHE_READ_TOKENS, MeterName.CACHE_WRITE_TOKENS);

  private RequestSize() {}

  /**
   * Whether usage is that of one request at most.
   *
   * @param requests how many it says; null when it does not
   */
  public static boolean isOne(BigDecimal requests) {
    return requests == null || requests.compareTo(BigDecimal.ONE) <= 0;
  }
}
