package io.ledgerline.report.attribution;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Span;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.rating.Attribution;
import io.ledgerline.report.rating.Payer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who pays for usage, as known at one instant. Of the rules that usage matches at its time the one
 * that names most things counts, of equally many the one that names the deeper place; the book lets
 * no two of them be equal. What no rule speaks of is paid by {@code suspense}. A look-up asks one
 * hash per shape of rules, however many rules there are. Immutable and safe for any thread.
 */
public final class AttributionBook implements Attribution {
  private final Register<CostCentreCode, CostCentre> centres;
  private final List<RuleGroup> groups;
  private final Set<Instant> changes = new TreeSet<>();

  /**
   * Builds the index.
   *
   * @param centres the cost centres as known at an instant
   * @param rules the rules as known at the same one
   */
  public AttributionBook(
      Register<CostCentreCode, CostCentre> centres, Register<RuleMatch, RuleTarget> rules) {
    this.centres = centres;
    Map<RuleShape, RuleGroup> byShape = new HashMap<>();
    for (RuleMatch match : rules.keys()) {
      List<Span<RuleMatch, RuleTarget>> spans = rules.spans(match);
      if (!spans.isEmpty()) {
        byShape.computeIfAbsent(RuleShape.of(match), RuleGroup::new).add(match, spans);
        spans.forEach(span -> note(span.when()));
      }
    }
    centres.keys().forEach(code -> centres.spans(code).forEach(span -> note(span.when())));
    groups =
        byShape.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(RuleShape.WINNING_FIRST))
            .map(Map.Entry::getValue)
            .toList();
  }

  /** All rules that usage matches at a time; the first one counts. */
  public List<Entry<RuleMatch, RuleTarget>> matches(Dimensions usage, Instant time) {
    List<Entry<RuleMatch, RuleTarget>> found = new ArrayList<>();
    groups.forEach(group -> group.forEachMatch(usage, time, found::add));
    return found;
  }

  /** The rule that says who pays; empty when none does. */
  public Optional<Entry<RuleMatch, RuleTarget>> find(Dimensions usage, Instant time) {
    List<Entry<RuleMatch, RuleTarget>> found = new ArrayList<>(1);
    for (RuleGroup group : groups) {
      group.forEachMatch(usage, time, found::add);
      if (!found.isEmpty()) {
        return Optional.of(found.getFirst());
      }
    }
    return Optional.empty();
  }

  @Override
  public Payer payer(Dimensions dimensions, Instant time) {
    return find(dimensions, time).map(rule -> payer(rule, time)).orElse(Payer.NOBODY);
  }

  @Override
  public Set<String> upwards(String costCentre, Instant time) {
    Set<String> way = new LinkedHashSet<>();
    CostCentreCode at = new CostCentreCode(costCentre);
    while (at != null && way.add(at.code())) {
      at = centres.at(at, time).map(centre -> centre.value().above()).orElse(null);
    }
    return way;
  }

  private Payer payer(Entry<RuleMatch, RuleTarget> rule, Instant time) {
    // The book keeps rules and cost centres together; were one gone, its cost would be seen.
    return centres
        .at(rule.value().code(), time)
        .map(centre -> new Payer(centre.key().code(), rule.id(), centre.value().billingCurrency()))
        .orElse(new Payer(Payer.SUSPENSE, rule.id(), null));
  }

  @Override
  public Collection<Instant> changes() {
    return Set.copyOf(changes);
  }

  private void note(Validity when) {
    changes.add(when.from());
    if (when.to() != null) {
      changes.add(when.to());
    }
  }
}
