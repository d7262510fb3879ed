package io.ledgerline.report.allocation;

import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.CostCentres;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Span;
import io.ledgerline.report.book.Validity;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What rules have to obey among themselves, at every time: no pool pours into itself, not by way of
 * others either; a pool that receives comes after the one that gives; a provider's cost is billed
 * as a whole or its idle part, not both.
 */
public final class RuleCheck {
  private final List<Draft<AllocationKey, AllocationRule>> drafts;
  private final Register<AllocationKey, AllocationRule> supposed;
  private final Map<UUID, DraftFault> faults = new HashMap<>();

  private RuleCheck(
      List<Draft<AllocationKey, AllocationRule>> drafts,
      Register<AllocationKey, AllocationRule> supposed) {
    this.drafts = drafts;
    this.supposed = supposed;
  }

  /**
   * The faults of drafts, at most one each.
   *
   * @param book the rules so far
   * @param centres all cost centres that are known
   * @param drafts what is to be learnt, together
   */
  public static List<DraftFault> faults(
      Register<AllocationKey, AllocationRule> book,
      Register<CostCentreCode, CostCentre> centres,
      List<Draft<AllocationKey, AllocationRule>> drafts) {
    RuleCheck check = new RuleCheck(drafts, book.supposing(drafts));
    check.costCentresExist(centres);
    AllocationBook rules = new AllocationBook(check.supposed);
    for (Instant time : check.times()) {
      check.at(rules.at(time));
    }
    return check.faults.values().stream()
        .sorted((one, other) -> Integer.compare(one.index(), other.index()))
        .toList();
  }

  private void costCentresExist(Register<CostCentreCode, CostCentre> centres) {
    for (int i = 0; i < drafts.size(); i++) {
      Draft<AllocationKey, AllocationRule> draft = drafts.get(i);
      if (draft.isWithdrawal()) {
        continue;
      }
      exists(i, "pool", draft.key().pool().asTarget(), draft.validity(), centres);
      for (TargetShare share : draft.value().targets()) {
        exists(i, "targets", share.target(), draft.validity(), centres);
      }
    }
  }

  private void exists(
      int index,
      String field,
      Target named,
      Validity when,
      Register<CostCentreCode, CostCentre> centres) {
    if (named == null || named.kind() != Target.Kind.COST_CENTRE) {
      return;
    }
    Instant gap = CostCentres.gap(centres, new CostCentreCode(named.name()), when);
    if (gap != null) {
      faults.putIfAbsent(
          new UUID(0, index),
          new DraftFault(
              index,
              field,
              "unknown-cost-centre",
              "There is no cost centre '%s' at %s.".formatted(named.name(), gap)));
    }
  }

  /** When other rules begin to count than before, as far as drafts have to do with it. */
  private Set<Instant> times() {
    TreeSet<Instant> times = new TreeSet<>();
    for (AllocationKey key : supposed.keys()) {
      for (Span<AllocationKey, AllocationRule> span : supposed.spans(key)) {
        times.add(span.when().from());
      }
    }
    times.removeIf(time -> drafts.stream().noneMatch(draft -> draft.validity().contains(time)));
    return times;
  }

  private void at(List<RuleInForce> rules) {
    Map<Target, RuleInForce> pools = new HashMap<>();
    Set<Pool> pooled = new HashSet<>();
    for (RuleInForce rule : rules) {
      pooled.add(rule.pool());
      if (rule.pool().asTarget() != null) {
        pools.put(rule.pool().asTarget(), rule);
      }
    }
    for (RuleInForce rule : rules) {
      billedOnce(rule, pooled);
      if (isDraft(rule) && returns(rule, pools)) {
        fault(
            rule,
            "targets",
            "allocation-cycle",
            "What '" + rule.pool() + "' gives would come back to it.");
      }
    }
    rules.forEach(rule -> inOrder(rule, pools));
  }

  private void billedOnce(RuleInForce rule, Set<Pool> pooled) {
    if (rule.pool().kind() == Pool.Kind.COST_CENTRE || !isDraft(rule)) {
      return;
    }
    Pool.Kind other = rule.pool().kind() == Pool.Kind.IDLE ? Pool.Kind.PROVIDER : Pool.Kind.IDLE;
    Pool rival = new Pool(other, rule.pool().name());
    if (pooled.contains(rival)) {
      fault(
          rule,
          "pool",
          "billed-twice",
          "'" + rival + "' has a rule at that time: the invoice would be billed twice.");
    }
  }

  /** Whether what {@code start} gives comes back to it. */
  private static boolean returns(RuleInForce start, Map<Target, RuleInForce> pools) {
    Set<Pool> seen = new HashSet<>();
    Deque<RuleInForce> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      for (RuleInForce next : into(open.pop(), pools)) {
        if (next.pool().equals(start.pool())) {
          return true;
        }
        if (seen.add(next.pool())) {
          open.push(next);
        }
      }
    }
    return false;
  }

  private void inOrder(RuleInForce giver, Map<Target, RuleInForce> pools) {
    for (RuleInForce receiver : into(giver, pools)) {
      if (receiver.rule().order() <= giver.rule().order()) {
        fault(
            isDraft(giver) ? giver : receiver,
            "order",
            "allocation-order",
            "'%s' bears a part of '%s', so its order is higher than %d."
                .formatted(receiver.pool(), giver.pool(), giver.rule().order()));
      }
    }
  }

  /** The pools that are named to bear a part of one. */
  private static List<RuleInForce> into(RuleInForce giver, Map<Target, RuleInForce> pools) {
    List<RuleInForce> into = new ArrayList<>();
    for (TargetShare share : giver.rule().targets()) {
      RuleInForce receiver = pools.get(share.target());
      if (receiver != null) {
        into.add(receiver);
      }
    }
    return into;
  }

  /** Drafts have the place in their list for an id. */
  private boolean isDraft(RuleInForce rule) {
    return rule.entry().getMostSignificantBits() == 0;
  }

  private void fault(RuleInForce rule, String field, String code, String detail) {
    if (isDraft(rule)) {
      int index = (int) rule.entry().getLeastSignificantBits();
      faults.putIfAbsent(rule.entry(), new DraftFault(index, field, code, detail));
    }
  }
}
