package io.ledgerline.report.allocation;

import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The rules as they were known at one instant. */
public final class AllocationBook {
  private final Register<AllocationKey, AllocationRule> register;

  /** Of the entries that the register has. */
  public AllocationBook(Register<AllocationKey, AllocationRule> register) {
    this.register = register;
  }

  /** The rules that count at {@code time}, in the order in which pools are spread. */
  public List<RuleInForce> at(Instant time) {
    List<RuleInForce> rules = new ArrayList<>();
    for (AllocationKey key : register.keys()) {
      register
          .at(key, time)
          .ifPresent(entry -> rules.add(new RuleInForce(entry.id(), key.pool(), entry.value())));
    }
    rules.sort(RuleInForce.ORDER);
    return rules;
  }

  /** When, after {@code from} and before {@code to}, other rules begin to count; in order. */
  public List<Instant> changes(Instant from, Instant to) {
    TreeSet<Instant> ends = new TreeSet<>();
    for (AllocationKey key : register.keys()) {
      for (Span<AllocationKey, AllocationRule> span : register.spans(key)) {
        ends.add(span.when().from());
        if (span.when().to() != null) {
          ends.add(span.when().to());
        }
      }
    }
    List<Instant> changes = new ArrayList<>();
    List<RuleInForce> before = at(from);
    for (Instant end : ends) {
      if (end.isAfter(from) && end.isBefore(to)) {
        List<RuleInForce> after = at(end);
        if (!after.equals(before)) {
          changes.add(end);
          before = after;
        }
      }
    }
    return changes;
  }
}
