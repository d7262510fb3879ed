package io.ledgerline.ingest.ledger.seal;

import static io.ledgerline.ingest.Api.as;
import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.newSource;
import static io.ledgerline.ingest.Api.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@IngestTest
class SealerIT {
  /** Batches of one row of a time long ago, so that nothing but their seals is looked at. */
  private static final String MAKE_BATCHES =
      """
      INSERT INTO batch (id, tenant, events, accepted, digest, min_time, max_time)
      SELECT gen_random_uuid(), 'sealing', 1, '{}', sha256(n::text::bytea), '2000-01-01', '2000-01-01'
      FROM generate_series(1, %d) AS n""";

  @Inject Pool database;
  @Inject Sealer sealer;

  private Row one(String query) {
    return database.query(query).execute().await().indefinitely().iterator().next();
  }

  private static JsonPath verified() {
    return JsonPath.from(
        as(TestKeys.VIEWER)
            .queryParam("from", "2067-01-01T00:00:00Z")
            .get("/api/v1/ledger/verification")
            .asString()
            .lines()
            .toList()
            .getLast());
  }

  private void chainIsWhole() {
    Row seals =
        one(
            "SELECT count(*), coalesce(max(seal_no), 0), count(*) FILTER (WHERE seal_no IS NULL) FROM batch");
    assertThat(seals.getLong(2)).isZero();
    assertThat(seals.getLong(1)).isEqualTo(seals.getLong(0));
    JsonPath end = verified();
    assertThat(end.getLong("findings")).isZero();
    assertThat(end.getLong("sealNo")).isEqualTo(seals.getLong(1));
  }

  @Test
  void howeverManySealAtOnceEveryBatchHasOneSealAndTheChainIsOne() {
    String source = newSource();
    for (int round = 0; round < 5; round++) {
      database.query(MAKE_BATCHES.formatted(50)).execute().await().indefinitely();
      post(event(source, UUID.randomUUID().toString())).statusCode(200);
      List<Uni<Watermark>> sealings = IntStream.range(0, 8).mapToObj(i -> sealer.seal()).toList();
      List<Watermark> marks =
          Uni.join().all(sealings).andFailFast().await().atMost(Duration.ofSeconds(30));
      assertThat(marks.stream().map(Watermark::watermark).distinct()).hasSize(1);
      assertThat(marks.stream().map(Watermark::chainHead).distinct()).hasSize(1);
    }

    chainIsWhole();
  }

  @Test
  void theChainIsTheSameWhetherSealedOneByOneOrAllAtOnce() {
    Watermark before = sealer.seal().await().indefinitely();
    database.query(MAKE_BATCHES.formatted(40)).execute().await().indefinitely();
    Watermark atOnce = sealer.seal().await().indefinitely();
    String byOne =
        one("""
                WITH RECURSIVE c AS (
                  SELECT seal_no, chain FROM batch WHERE seal_no = %d
                  UNION ALL
                  SELECT b.seal_no, chain_link(c.chain, b.seal_no, b.id, b.tenant, b.posted_at,
                    b.events, b.digest, b.accepted)
                  FROM c JOIN batch b ON b.seal_no = c.seal_no + 1)
                SELECT encode(chain, 'hex') FROM c WHERE seal_no = %d"""
                .formatted(before.watermark(), atOnce.watermark()))
            .getString(0);

    assertThat(before.watermark()).isPositive();
    assertThat(atOnce.watermark()).isGreaterThanOrEqualTo(before.watermark() + 40);
    assertThat(byOne).isEqualTo(atOnce.chainHead());
    chainIsWhole();
  }

  @Test
  void aSealingThatDiesLeavesNothingBehind() {
    database.query(MAKE_BATCHES.formatted(3)).execute().await().indefinitely();
    long before = one("SELECT coalesce(max(seal_no), 0) FROM batch").getLong(0);
    database
        .withTransaction(
            connection ->
                connection
                    .query("SELECT seal_batches()")
                    .execute()
                    .chain(() -> Uni.createFrom().failure(new IllegalStateException("killed"))))
        .onFailure()
        .recoverWithNull()
        .await()
        .indefinitely();

    Watermark mark = sealer.seal().await().indefinitely();

    assertThat(mark.watermark()).isGreaterThanOrEqualTo(before + 3);
    chainIsWhole();
  }

  @Test
  void thousandsOfBatchesAreSealedInSeconds() {
    sealer.seal().await().indefinitely();
    database.query(MAKE_BATCHES.formatted(5000)).execute().await().indefinitely();

    Watermark mark = sealer.seal().await().atMost(Duration.ofSeconds(30));

    assertThat(mark.watermark()).isGreaterThanOrEqualTo(5000);
    chainIsWhole();
  }
}
