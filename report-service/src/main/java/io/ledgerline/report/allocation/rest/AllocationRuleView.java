package io.ledgerline.report.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerline.report.allocation.AllocationKey;
import io.ledgerline.report.allocation.AllocationRule;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.rest.EntryInfo;

/**
 * A rule as the API shows it.
 *
 * @param pool what is spread
 * @param rule how; absent for a withdrawal
 * @param entry when it applies, when it was learnt, where it comes from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AllocationRuleView(
    String pool, @JsonUnwrapped RuleView rule, @JsonUnwrapped EntryInfo entry) {
  static AllocationRuleView of(Entry<AllocationKey, AllocationRule> entry) {
    return new AllocationRuleView(
        entry.key().pool().toString(), RuleView.of(entry.value()), EntryInfo.of(entry));
  }
}
