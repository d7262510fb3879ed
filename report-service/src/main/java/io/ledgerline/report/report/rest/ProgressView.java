package io.ledgerline.report.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.report.RunProgress;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How far a run has come, as the API shows it.
 *
 * @param step what it does: marking, reading, waiting-for-rollups, reconciling or storing
 * @param done of {@code total}
 * @param total absent when unknown
 * @param fraction of this step, from 0 to 1; absent when unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgressView(String step, long done, Long total, BigDecimal fraction) {
  private static final int DIGITS = 3;

  static ProgressView of(RunProgress progress) {
    if (progress.total() <= 0) {
      return new ProgressView(progress.step(), progress.done(), null, null);
    }
    BigDecimal fraction =
        BigDecimal.valueOf(progress.done())
            .divide(BigDecimal.valueOf(progress.total()), DIGITS, RoundingMode.DOWN)
            .max(BigDecimal.ZERO)
            .min(BigDecimal.ONE);
    return new ProgressView(progress.step(), progress.done(), progress.total(), fraction);
  }
}
