package io.ledgerline.report.attribution.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.CostCentreTree;
import io.ledgerline.report.book.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The cost centres that exist at a time.
 *
 * @param validAt the time
 * @param knownAt by what was known then
 * @param roots those without a parent, by code; {@code suspense} last
 */
public record CostCentreTreeView(Instant validAt, Instant knownAt, List<Node> roots) {
  /**
   * A cost centre and those below it.
   *
   * @param code what it is known by
   * @param id the entry that says so; absent for the built-in {@code suspense}
   * @param name for people
   * @param owner who answers for it
   * @param glCode its account in the general ledger
   * @param billingCurrency what it is billed in; absent for {@code suspense}, which is told in the
   *     currencies of its prices
   * @param builtIn whether it is always there
   * @param children those right below it, by code
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Node(
      String code,
      UUID id,
      String name,
      String owner,
      String glCode,
      String billingCurrency,
      boolean builtIn,
      List<Node> children) {
    static final Node SUSPENSE =
        new Node(
            CostCentreCode.SUSPENSE.code(),
            null,
            "Usage that no rule speaks of",
            null,
            null,
            null,
            true,
            List.of());
  }

  static CostCentreTreeView of(CostCentreTree tree, Instant validAt, Instant knownAt) {
    List<Node> roots = new ArrayList<>(nodes(tree, tree.roots()));
    roots.add(Node.SUSPENSE);
    return new CostCentreTreeView(validAt, knownAt, roots);
  }

  /** The same for somebody who sees what lies below some codes. */
  static CostCentreTreeView ofPart(
      CostCentreTree tree, Collection<String> seen, Instant validAt, Instant knownAt) {
    List<Node> roots = new ArrayList<>(nodes(tree, tree.tops(seen)));
    if (seen.contains(CostCentreCode.SUSPENSE.code())) {
      roots.add(Node.SUSPENSE);
    }
    return new CostCentreTreeView(validAt, knownAt, roots);
  }

  private static List<Node> nodes(CostCentreTree tree, List<CostCentreCode> codes) {
    return codes.stream().map(code -> node(tree, code)).toList();
  }

  private static Node node(CostCentreTree tree, CostCentreCode code) {
    Entry<CostCentreCode, CostCentre> entry = tree.get(code);
    CostCentre centre = entry.value();
    return new Node(
        code.code(),
        entry.id(),
        centre.name(),
        centre.owner(),
        centre.glCode(),
        centre.billingCurrency().getCurrencyCode(),
        false,
        nodes(tree, tree.below(code)));
  }
}
