package io.ledgerline.report.rollup;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.ledger.QuarterSum;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What facts are told apart by when they are added up, beyond the dimensions that their source
 * states: the band of a request's size, and the tags that the installation names. Usage that is
 * rolled up and usage that is read from the ledger's detail get it from here alike. Another grain
 * holds for what comes later; a rebuild brings what is there to it. Immutable.
 *
 * @param ladder bands of request size
 * @param tagKeys names of the tags that rollups add up by; other tags stay in the ledger
 */
public record RollupGrain(ContextLadder ladder, Set<String> tagKeys) {
  /** No tags. */
  public static final RollupGrain PLAIN = new RollupGrain(ContextLadder.V1, Set.of());

  /** Copies. */
  public RollupGrain {
    Objects.requireNonNull(ladder, "ladder");
    tagKeys = Set.copyOf(tagKeys);
  }

  /** Those of an event's tags that rollups add up by. */
  public Labels kept(Labels tags) {
    if (tagKeys.isEmpty() || tags.values().isEmpty()) {
      return Labels.NONE;
    }
    TreeMap<String, String> kept = new TreeMap<>(tags.values());
    kept.keySet().retainAll(tagKeys);
    return Labels.of(kept);
  }

  /** What a sum of the ledger is of: the same as in the rollups. */
  public Dimensions dimensions(QuarterSum sum) {
    return new Dimensions(
        sum.sourceAccount(),
        sum.principalId() == null ? null : new PrincipalId(sum.principalId()),
        sum.workspace(),
        sum.project(),
        sum.provider(),
        sum.model(),
        sum.region(),
        sum.operation(),
        ladder.classAbove(sum.priceClass(), sum.above()),
        kept(sum.tags()));
  }

  /** What an event of the ledger's detail is added up by: the same as in the rollups. */
  public Dimensions dimensions(LedgerLine line) {
    return new Dimensions(
        line.sourceAccount(),
        line.principalId() == null ? null : new PrincipalId(line.principalId()),
        line.workspace(),
        line.project(),
        line.provider(),
        line.model(),
        line.region(),
        line.operation(),
        ladder.classOf(line),
        kept(line.tags()));
  }
}
