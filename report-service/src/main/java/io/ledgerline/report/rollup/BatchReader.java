package io.ledgerline.report.rollup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.usage.Dimensions;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Reads a {@link UsageBatch} from JSON and adds it up in the same pass. It takes what the record
 * takes and refuses what the record refuses; it only makes no object per fact, because a busy
 * ledger has tens of thousands of them a second. Not thread-safe; use one per reading.
 */
public final class BatchReader {
  private static final int MAX_DEPTH = 100;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private final JsonParser json;
  private final SumTable sums = new SumTable();
  private final RollupGrain grain;
  private final TagTable tags;
  private final List<Dimensions> dimensions = new ArrayList<>();
  private final FieldsSeen seen = new FieldsSeen();
  private int version;
  private UUID batchId;
  private TenantId tenant;
  private Instant postedAt;
  private FactReader facts;
  private final SampleReader samples;

  private BatchReader(JsonParser json, RollupGrain grain) {
    this.json = json;
    this.grain = grain;
    this.tags = new TagTable(json, grain);
    this.samples = new SampleReader(json);
  }

  /**
   * Reads a whole message.
   *
   * @param grain what facts are told apart by
   * @throws IOException when it is no JSON
   * @throws IllegalArgumentException when it is no batch; so it can never be applied
   */
  public static BatchTally read(byte[] message, RollupGrain grain) throws IOException {
    try (JsonParser json = JSON.createParser(message)) {
      json.nextToken();
      return read(json, grain);
    }
  }

  /** Reads the object that {@code json} stands at and leaves it at the object's end. */
  public static BatchTally read(JsonParser json, RollupGrain grain) throws IOException {
    return new BatchReader(json, grain).batch();
  }

  /** A parser of a stream of objects; closing it closes the stream. */
  public static JsonParser parser(InputStream text) throws IOException {
    return JSON.createParser(text);
  }

  private BatchTally batch() throws IOException {
    Tokens.require(json, JsonToken.START_OBJECT, "a batch");
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      field(name);
    }
    if (version != UsageBatch.VERSION) {
      throw new IllegalArgumentException(
          "usage batch of version " + version + ", this service reads " + UsageBatch.VERSION);
    }
    Objects.requireNonNull(tenant, "tenant");
    if (facts == null || facts.count() == 0) {
      throw new IllegalArgumentException("usage batch without facts");
    }
    Objects.checkIndex(facts.highestDimensions(), dimensions.size());
    Objects.requireNonNull(batchId, "batchId");
    Objects.requireNonNull(postedAt, "postedAt");
    if (!facts.refined()) {
      List<DimensionSet> stated =
          dimensions.stream().map(d -> new DimensionSet(tenant, d)).toList();
      return tally(stated, samples.facts(FactKey::set));
    }
    Map<Long, Integer> indexes = new HashMap<>();
    List<DimensionSet> sets = sets(indexes);
    return tally(sets, samples.facts(indexes::get));
  }

  private BatchTally tally(List<DimensionSet> sets, List<SampledFact> sampled) {
    return new BatchTally(batchId, tenant, postedAt, sets, facts.count(), sums, sampled);
  }

  private List<DimensionSet> sets(Map<Long, Integer> indexes) {
    List<DimensionSet> sets = new ArrayList<>();
    for (int group = 0; group < sums.groups(); group++) {
      long key = sums.second(group);
      Integer index = indexes.get(key);
      if (index == null) {
        index = sets.size();
        indexes.put(key, index);
        sets.add(new DimensionSet(tenant, refined(key)));
      }
      sums.rename(group, index);
    }
    return sets;
  }

  private Dimensions refined(long key) {
    Dimensions stated = dimensions.get(FactKey.set(key));
    int band = FactKey.band(key);
    int ofTags = FactKey.tags(key);
    return band == ContextLadder.NO_BAND && ofTags < 0
        ? stated
        : stated.with(
            grain.ladder().withBand(stated.priceClass(), band),
            ofTags < 0 ? stated.tags() : tags.labels(ofTags));
  }

  private void field(String name) throws IOException {
    switch (name) {
      case "version" -> {
        seen.once(0, name);
        version = json.getIntValue();
      }
      case "batchId" -> {
        seen.once(1, name);
        batchId = UUID.fromString(Tokens.text(json, name));
      }
      case "tenant" -> {
        seen.once(2, name);
        tenant = new TenantId(Tokens.text(json, name));
      }
      case "postedAt" -> {
        seen.once(3, name);
        postedAt = InstantText.instant(Tokens.text(json, name));
      }
      case "dimensions" -> {
        seen.once(4, name);
        Tokens.require(json, JsonToken.START_ARRAY, name);
        while (json.nextToken() != JsonToken.END_ARRAY) {
          dimensions.add(DimensionsReader.read(json));
        }
      }
      case "facts" -> {
        seen.once(5, name);
        facts = new FactReader(json, sums, grain.ladder(), tags, samples);
        facts.readAll();
      }
      case "tags" -> {
        seen.once(6, name);
        if (facts != null) {
          throw new IllegalArgumentException("tags stand before the facts that point to them");
        }
        tags.readAll();
      }
      case "resources" -> {
        seen.once(7, name);
        if (facts != null) {
          throw new IllegalArgumentException("resources stand before the facts that point to them");
        }
        samples.readResources();
      }
      default -> json.skipChildren();
    }
  }
}
