package io.ledgerline.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.SampledResource;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Accepted facts of one tenant that were committed together. Its membership is fixed at the commit:
 * every record with this batch id, however often it is sent, says the same.
 *
 * @param version of this form, 1
 * @param batchId identity of the batch
 * @param tenant whose usage it is
 * @param postedAt posting time: when the ledger's transaction began, by the ingest database's clock
 * @param dimensions the distinct dimension sets that facts point into
 * @param tags the distinct tags that facts point into; absent on the wire when no event has any
 * @param resources the distinct resources whose samples facts bring; absent on the wire when no
 *     event names one
 * @param facts at least one
 */
public record UsageBatch(
    int version,
    UUID batchId,
    TenantId tenant,
    Instant postedAt,
    List<Dimensions> dimensions,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Labels> tags,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SampledResource> resources,
    List<UsageFact> facts) {
  /** The form this class writes. */
  public static final int VERSION = 1;

  /** Largest record on the topic, in bytes. */
  public static final int MAX_BYTES = 512 * 1024;

  /** Checks that all is there and that every fact points to what the batch has. */
  public UsageBatch {
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "usage batch of version " + version + ", this service reads " + VERSION);
    }
    Objects.requireNonNull(batchId, "batchId");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(postedAt, "postedAt");
    dimensions = List.copyOf(dimensions);
    tags = tags == null ? List.of() : List.copyOf(tags);
    resources = resources == null ? List.of() : List.copyOf(resources);
    facts = List.copyOf(facts);
    if (facts.isEmpty()) {
      throw new IllegalArgumentException("usage batch without facts");
    }
    for (UsageFact fact : facts) {
      Objects.checkIndex(fact.dimensions(), dimensions.size());
      if (fact.tags() != null) {
        Objects.checkIndex(fact.tags(), tags.size());
      }
      if (fact.resource() != null) {
        Objects.checkIndex(fact.resource(), resources.size());
      }
    }
  }

  /** A batch of which no event brings samples. */
  public UsageBatch(
      int version,
      UUID batchId,
      TenantId tenant,
      Instant postedAt,
      List<Dimensions> dimensions,
      List<Labels> tags,
      List<UsageFact> facts) {
    this(version, batchId, tenant, postedAt, dimensions, tags, List.of(), facts);
  }

  /** A batch of which no event has tags. */
  public UsageBatch(
      int version,
      UUID batchId,
      TenantId tenant,
      Instant postedAt,
      List<Dimensions> dimensions,
      List<UsageFact> facts) {
    this(version, batchId, tenant, postedAt, dimensions, List.of(), facts);
  }
}
