package io.ledgerline.report.pricing.imports.litellm;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sizes of requests that rollups tell apart. */
final class ContextSteps {
  private static final Set<BigDecimal> STEPS =
      Stream.of(0, 32, 128, 200, 252, 256, 272, 512, 1000)
          .map(thousands -> BigDecimal.valueOf(thousands * 1000L))
          .collect(Collectors.toUnmodifiableSet());

  private ContextSteps() {}

  static boolean isStep(BigDecimal tokens) {
    return STEPS.contains(tokens);
  }
}
