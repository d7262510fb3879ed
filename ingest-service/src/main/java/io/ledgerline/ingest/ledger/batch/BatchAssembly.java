package io.ledgerline.ingest.ledger.batch;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.message.UsageFact;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.SampledResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes the message of a batch; the same facts in the same order give the same message. */
public final class BatchAssembly {
  private BatchAssembly() {}

  /**
   * The message of a batch.
   *
   * @param facts in the order of their positions; equal dimensions, tags and resources are written
   *     once, in the order of their first appearance
   */
  public static UsageBatch message(
      UUID batchId, TenantId tenant, Instant postedAt, List<Fact> facts) {
    Map<Dimensions, Integer> indexes = new LinkedHashMap<>();
    // The same object stands for the same dimensions mostly, which is found without comparing.
    Map<Dimensions, Integer> same = new IdentityHashMap<>();
    Map<Labels, Integer> tags = new LinkedHashMap<>();
    Map<SampledResource, Integer> resources = new LinkedHashMap<>();
    List<UsageFact> written = new ArrayList<>(facts.size());
    for (Fact fact : facts) {
      Integer index = same.get(fact.dimensions());
      if (index == null) {
        index = indexes.computeIfAbsent(fact.dimensions(), dimensions -> indexes.size());
        same.put(fact.dimensions(), index);
      }
      written.add(
          new UsageFact(
              index,
              fact.time(),
              fact.quantities(),
              fact.sign(),
              tagsOf(fact, tags),
              resourceOf(fact, resources)));
    }
    return new UsageBatch(
        UsageBatch.VERSION,
        batchId,
        tenant,
        postedAt,
        List.copyOf(indexes.keySet()),
        List.copyOf(tags.keySet()),
        List.copyOf(resources.keySet()),
        written);
  }

  private static Integer resourceOf(Fact fact, Map<SampledResource, Integer> known) {
    return fact.sampled() == null
        ? null
        : known.computeIfAbsent(fact.sampled(), first -> known.size());
  }

  private static Integer tagsOf(Fact fact, Map<Labels, Integer> known) {
    return fact.tags().values().isEmpty()
        ? null
        : known.computeIfAbsent(fact.tags(), first -> known.size());
  }
}
