package io.ledgerline.report.vendor.dynamoguard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.report.grouped.GroupSum;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a report adds up to.
 *
 * @param requests calls, once each, whatever the number of policies
 * @param inputTokens all of the input, cached parts too
 * @param outputTokens of the answers
 * @param totalTokens both
 * @param byEndpoint the same by endpoint; absent in a part
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenTotals(
    BigDecimal requests,
    BigDecimal inputTokens,
    BigDecimal outputTokens,
    BigDecimal totalTokens,
    SortedMap<String, TokenTotals> byEndpoint) {
  /** One line, or several added up. */
  static TokenTotals of(GroupSum sum) {
    BigDecimal output = sum.tokens(1);
    BigDecimal total = sum.totalTokens();
    return new TokenTotals(sum.requests(), total.subtract(output), output, total, null);
  }

  /** All lines of a report. */
  static TokenTotals of(SortedMap<TokenKey, GroupSum> lines) {
    GroupSum all = new GroupSum();
    SortedMap<String, GroupSum> sums = new TreeMap<>();
    lines.forEach(
        (key, sum) -> {
          all.add(sum);
          sums.computeIfAbsent(key.endpoint(), endpoint -> new GroupSum()).add(sum);
        });
    SortedMap<String, TokenTotals> parts = new TreeMap<>();
    sums.forEach((endpoint, sum) -> parts.put(endpoint, of(sum)));
    TokenTotals whole = of(all);
    return new TokenTotals(
        whole.requests, whole.inputTokens, whole.outputTokens, whole.totalTokens, parts);
  }
}
