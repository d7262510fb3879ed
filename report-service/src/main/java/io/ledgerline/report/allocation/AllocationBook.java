package io.ledgerline.report.allocation;

import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The rules as they were known at one instant. */
public final class AllocationBook {
  private final Register<Pool, AllocationRule> register;

  /** Of the entries that the register has. */
  public AllocationBook(Register<Pool, AllocationRule> register) {
    this.register = register;
  }

  /** The rules that count at {@code time}, in the order in which pools are spread. */
  public List<RuleInForce> at(Instant time) {
    List<RuleInForce> rules = new ArrayList<>();
    for (Pool pool : register.keys()) {
      register
          .at(pool, time)
          .ifPresent(entry -> rules.add(new RuleInForce(entry.id(), pool, entry.value())));
    }
    rules.sort(RuleInForce.ORDER);
    return rules;
  }

  /** When, after {@code from} and before {@code to}, other rules begin to count; in order. */
  public List<Instant> changes(Instant from, Instant to) {
    TreeSet<Instant> ends = new TreeSet<>();
    for (Pool pool : register.keys()) {
      for (Entry<Pool, AllocationRule> entry : register.versions(pool)) {
        ends.add(entry.validity().from());
        if (entry.validity().to() != null) {
          ends.add(entry.validity().to());
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
