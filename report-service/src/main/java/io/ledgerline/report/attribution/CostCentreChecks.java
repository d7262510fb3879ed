package io.ledgerline.report.attribution;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Span;
import io.ledgerline.report.book.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What cost centres have to obey: their parents exist as long as they do, none is its own ancestor,
 * and none goes while something points to it.
 */
public final class CostCentreChecks {
  private static final int MOST_LEVELS = 50;
  private static final int MOST_NAMED = 5;

  private final Register<CostCentreCode, CostCentre> after;
  private final List<Draft<CostCentreCode, CostCentre>> drafts;
  private final List<DraftFault> faults = new ArrayList<>();

  private CostCentreChecks(
      Register<CostCentreCode, CostCentre> after, List<Draft<CostCentreCode, CostCentre>> drafts) {
    this.after = after;
    this.drafts = drafts;
  }

  /**
   * What is wrong with drafts.
   *
   * @param book the cost centres so far
   * @param uses what points to cost centres, by all that is known; other cost centres apart
   * @param drafts what is to be learnt, together
   */
  public static List<DraftFault> faults(
      Register<CostCentreCode, CostCentre> book,
      Collection<CostCentreUse> uses,
      List<Draft<CostCentreCode, CostCentre>> drafts) {
    CostCentreChecks checks = new CostCentreChecks(book.supposing(drafts), drafts);
    for (int i = 0; i < drafts.size(); i++) {
      checks.check(i);
    }
    checks.checkWithdrawals(uses);
    return checks.faults;
  }

  private void check(int index) {
    Draft<CostCentreCode, CostCentre> draft = drafts.get(index);
    if (draft.key().isSuspense()) {
      fault(index, "code", "reserved-cost-centre", "'suspense' is built in and stays as it is.");
    } else if (!draft.isWithdrawal() && draft.value().parent() != null) {
      checkParent(index, draft);
    }
  }

  private void checkParent(int index, Draft<CostCentreCode, CostCentre> draft) {
    CostCentreCode parent = draft.value().above();
    Instant gap =
        parent.isSuspense()
            ? draft.validity().from()
            : CostCentres.gap(after, parent, draft.validity());
    if (gap != null) {
      fault(
          index,
          "parent",
          "unknown-parent",
          "There is no cost centre '%s' at %s for '%s' to belong to."
              .formatted(parent, gap, draft.key()));
    } else if (leadsTo(draft.key(), parent, draft.validity(), 1)) {
      fault(
          index,
          "parent",
          "cost-centre-cycle",
          "'%s' would stand below itself, or more than %d levels deep."
              .formatted(draft.key(), MOST_LEVELS));
    }
  }

  /** Whether the way up from {@code at} comes to {@code start} at some time, or to no end. */
  private boolean leadsTo(CostCentreCode start, CostCentreCode at, Validity when, int level) {
    if (at.equals(start) || level > MOST_LEVELS) {
      return true;
    }
    for (Span<CostCentreCode, CostCentre> span : after.spans(at)) {
      Validity both = CostCentres.common(span.when(), when);
      CostCentreCode parent = span.entry().value().above();
      if (both != null && parent != null && leadsTo(start, parent, both, level + 1)) {
        return true;
      }
    }
    return false;
  }

  private void checkWithdrawals(Collection<CostCentreUse> uses) {
    Map<CostCentreCode, List<Integer>> withdrawn = new HashMap<>();
    for (int i = 0; i < drafts.size(); i++) {
      if (drafts.get(i).isWithdrawal()) {
        withdrawn.computeIfAbsent(drafts.get(i).key(), code -> new ArrayList<>()).add(i);
      }
    }
    if (withdrawn.isEmpty()) {
      return;
    }
    Map<Integer, List<String>> users = new HashMap<>();
    CostCentreUse.byChildren(after).forEach(use -> note(withdrawn.get(use.code()), use, users));
    uses.forEach(use -> note(withdrawn.get(use.code()), use, users));
    users.forEach(
        (index, names) ->
            fault(
                index,
                "",
                "cost-centre-in-use",
                "'%s' is still pointed to by %s.".formatted(drafts.get(index).key(), some(names))));
  }

  private void note(
      Collection<Integer> withdrawals, CostCentreUse use, Map<Integer, List<String>> users) {
    if (withdrawals != null) {
      for (int index : withdrawals) {
        if (drafts.get(index).validity().overlaps(use.when())) {
          users.computeIfAbsent(index, first -> new ArrayList<>()).add(use.by());
        }
      }
    }
  }

  private static String some(List<String> names) {
    String first =
        names.stream().distinct().sorted().limit(MOST_NAMED).collect(Collectors.joining(", "));
    long more = names.stream().distinct().count() - MOST_NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private void fault(int index, String field, String code, String detail) {
    faults.add(new DraftFault(index, field, code, detail));
  }
}
