package io.ledgerline.report.rollup.store;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.report.rollup.BatchTally;
import io.ledgerline.report.rollup.ChargeSpan;
import io.ledgerline.report.rollup.SampledFact;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes samples, one row for a fact: the row that takes a sample back stands beside it, so that a
 * reader can be cut at any posting quarter hour.
 */
final class SampleRows {
  private static final String ADD =
      """
      INSERT INTO gauge_sample (tenant, batch_id, resource, at, posting_quarter, dimension_set, sign,
        ended, meters, quantities)
      SELECT s.tenant, s.batch, s.resource, s.at, s.posting, s.dimension_set, s.sign, s.ended,
        s.meters::int[], s.quantities::numeric[]
      FROM unnest($1::text[], $2::uuid[], $3::bigint[], $4::timestamptz[], $5::timestamptz[],
        $6::bigint[], $7::smallint[], $8::bool[], $9::text[], $10::text[])
        AS s (tenant, batch, resource, at, posting, dimension_set, sign, ended, meters,
          quantities)""";

  private static final String REMOVE = "DELETE FROM gauge_sample WHERE batch_id = ANY ($1)";

  private SampleRows() {}

  /** Adds the samples of batches that were never applied. */
  static Uni<Void> add(
      SqlConnection transaction,
      Collection<BatchTally> batches,
      RollupStore.Numbers numbers,
      ChargeSpan kept) {
    Rows rows = new Rows(numbers);
    for (BatchTally batch : batches) {
      for (SampledFact sample : batch.samples()) {
        if (kept.holds(sample.at())) {
          rows.add(batch, sample);
        }
      }
    }
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction.preparedQuery(ADD).execute(rows.columns()).replaceWithVoid();
  }

  /** Makes samples what the batches say, whatever somebody has made of them. */
  static Uni<Void> replace(
      SqlConnection transaction,
      Collection<BatchTally> batches,
      RollupStore.Numbers numbers,
      ChargeSpan kept) {
    UUID[] ids = batches.stream().map(BatchTally::batchId).toArray(UUID[]::new);
    return transaction
        .preparedQuery(REMOVE)
        .execute(Tuple.tuple().addArrayOfUUID(ids))
        .chain(() -> add(transaction, batches, numbers, kept));
  }

  private static final class Rows {
    private final RollupStore.Numbers numbers;
    private final List<String> tenants = new ArrayList<>();
    private final List<UUID> batches = new ArrayList<>();
    private final List<Long> resources = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();
    private final List<Instant> postings = new ArrayList<>();
    private final List<Long> sets = new ArrayList<>();
    private final List<Short> signs = new ArrayList<>();
    private final List<Boolean> ended = new ArrayList<>();
    private final List<String> meters = new ArrayList<>();
    private final List<String> quantities = new ArrayList<>();

    Rows(RollupStore.Numbers numbers) {
      this.numbers = numbers;
    }

    void add(BatchTally batch, SampledFact sample) {
      tenants.add(batch.tenant().value());
      batches.add(batch.batchId());
      resources.add(
          numbers.resources().get(SampledResources.Key.of(batch.tenant(), sample.resource())));
      times.add(sample.at());
      postings.add(QuarterHour.of(batch.postedAt()).start());
      sets.add(numbers.sets().get(batch)[sample.set()]);
      signs.add((short) sample.sign());
      ended.add(sample.resource().ended());
      meters.add(
          sample.values().stream()
              .map(value -> numbers.meters().get(value.meter()).toString())
              .collect(Collectors.joining(",", "{", "}")));
      quantities.add(
          sample.values().stream()
              .map(value -> value.quantity().toPlainString())
              .collect(Collectors.joining(",", "{", "}")));
    }

    boolean isEmpty() {
      return tenants.isEmpty();
    }

    Tuple columns() {
      return Tuple.tuple()
          .addArrayOfString(tenants.toArray(String[]::new))
          .addArrayOfUUID(batches.toArray(UUID[]::new))
          .addArrayOfLong(resources.toArray(Long[]::new))
          .addArrayOfOffsetDateTime(Columns.utc(times))
          .addArrayOfOffsetDateTime(Columns.utc(postings))
          .addArrayOfLong(sets.toArray(Long[]::new))
          .addArrayOfShort(signs.toArray(Short[]::new))
          .addArrayOfBoolean(ended.toArray(Boolean[]::new))
          .addArrayOfString(meters.toArray(String[]::new))
          .addArrayOfString(quantities.toArray(String[]::new));
    }
  }
}
