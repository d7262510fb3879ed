package io.ledgerline.report.attribution;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What attribution rules have to obey: their cost centre exists as long as they count, their tags
 * are among those that usage is added up by, and none contends with another.
 */
public final class RuleChecks {
  private final Register<CostCentreCode, CostCentre> centres;
  private final Set<String> tagKeys;

  /**
   * Begins.
   *
   * @param centres the cost centres, all that is known
   * @param tagKeys names of the tags that rollups add up by
   */
  public RuleChecks(Register<CostCentreCode, CostCentre> centres, Set<String> tagKeys) {
    this.centres = centres;
    this.tagKeys = Set.copyOf(tagKeys);
  }

  /**
   * What is wrong with drafts.
   *
   * @param book the rules so far
   * @param drafts what is to be learnt, together
   */
  public List<DraftFault> faults(
      Register<RuleMatch, RuleTarget> book, List<Draft<RuleMatch, RuleTarget>> drafts) {
    RuleOverlaps overlaps = new RuleOverlaps(book.supposing(drafts));
    List<DraftFault> faults = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft<RuleMatch, RuleTarget> draft = drafts.get(i);
      if (!draft.isWithdrawal()) {
        DraftFault fault = fault(i, draft, book, overlaps);
        if (fault != null) {
          faults.add(fault);
        }
      }
    }
    return faults;
  }

  private DraftFault fault(
      int index,
      Draft<RuleMatch, RuleTarget> draft,
      Register<RuleMatch, RuleTarget> book,
      RuleOverlaps overlaps) {
    for (String tag : draft.key().tags().keySet()) {
      if (!tagKeys.contains(tag)) {
        return new DraftFault(
            index,
            "tags." + tag,
            "tag-not-added-up",
            "Usage is not added up by tag '%s', so no rule can go by it; those it is added up by are %s (ledgerline.report.rollup.tags)."
                .formatted(tag, tagKeys.stream().sorted().toList()));
      }
    }
    DraftFault unknown =
        CostCentres.unknown(index, centres, draft.value().costCentre(), draft.validity());
    if (unknown != null) {
      return unknown;
    }
    Entry<RuleMatch, RuleTarget> other = overlaps.contender(draft.key());
    return other == null ? null : contending(index, draft, other, book);
  }

  private static DraftFault contending(
      int index,
      Draft<RuleMatch, RuleTarget> draft,
      Entry<RuleMatch, RuleTarget> other,
      Register<RuleMatch, RuleTarget> book) {
    boolean known =
        book.versions(other.key()).stream().anyMatch(entry -> entry.id().equals(other.id()));
    return new DraftFault(
        index,
        "",
        "overlapping-rule",
        "(%s) names as many things as %s (%s), which points to '%s': usage that matches both would have two payers. Name one thing more in either."
            .formatted(
                draft.key(),
                known ? "rule " + other.id() : "another entry of this request",
                other.key(),
                other.value().costCentre()));
  }
}
