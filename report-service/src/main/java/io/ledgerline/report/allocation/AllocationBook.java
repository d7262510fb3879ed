package io.ledgerline.report.allocation;

import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.CostCentreUse;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

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

  /** The cost centres that rules pour from or into, and when. */
  public Stream<CostCentreUse> costCentreUses() {
    return register.keys().stream()
        .flatMap(key -> register.spans(key).stream())
        .flatMap(AllocationBook::uses);
  }

  private static Stream<CostCentreUse> uses(Span<AllocationKey, AllocationRule> span) {
    Pool pool = span.entry().key().pool();
    String rule = "allocation rule %s (%s)".formatted(span.entry().id(), pool);
    return Stream.concat(
            Stream.ofNullable(pool.asTarget()),
            span.entry().value().targets().stream().map(TargetShare::target))
        .filter(target -> target.kind() == Target.Kind.COST_CENTRE)
        .map(target -> new CostCentreUse(new CostCentreCode(target.name()), span.when(), rule));
  }
}
