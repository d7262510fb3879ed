package io.ledgerline.report.report.dailyrecords;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.report.grouped.GroupSum;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The tokens of a row: what came back is the completion, all others are the prompt, cached or not.
 *
 * @param prompt what was sent
 * @param completion what came back
 */
public record DailyTokens(BigDecimal prompt, BigDecimal completion) {
  /** Of a line of a report. */
  static DailyTokens of(GroupSum sum) {
    BigDecimal completion = sum.tokens(GroupSum.TOKENS.indexOf(MeterName.OUTPUT_TOKENS));
    return new DailyTokens(sum.totalTokens().subtract(completion), completion);
  }

  /** Of sums by meter. */
  public static DailyTokens of(Map<String, BigDecimal> quantities) {
    BigDecimal total = BigDecimal.ZERO;
    for (MeterName meter : GroupSum.TOKENS) {
      total = total.add(quantities.getOrDefault(meter.value(), BigDecimal.ZERO));
    }
    BigDecimal completion =
        quantities.getOrDefault(MeterName.OUTPUT_TOKENS.value(), BigDecimal.ZERO);
    return new DailyTokens(
        Decimals.normal(total.subtract(completion)), Decimals.normal(completion));
  }

  /** All of them. */
  public BigDecimal total() {
    return prompt.add(completion);
  }
}
