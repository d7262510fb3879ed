package io.ledgerline.ingest.ledger.verify;

import static io.ledgerline.ingest.Api.as;
import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.newSource;
import static io.ledgerline.ingest.Api.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.ingest.TestDays;
import io.ledgerline.testkit.TestKeys;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The chain is verified from where somebody found it right, and has kept its head. */
@IngestTest
class VerifiedHeadIT {
  private final Instant day = TestDays.next();
  private final String source = newSource();

  @Inject Pool database;

  @Test
  void fromAVerifiedHeadTheSameIsFoundAsFromTheBeginning() {
    post(event(source, "first", day.toString(), "1")).statusCode(200);
    post(event(source, "next", day.plusSeconds(80_000).toString(), "1")).statusCode(200);
    JsonPath head = last();
    long seal = head.getLong("sealNo");
    String chain = head.getString("chainHead");
    post(event(source, "later", day.plusSeconds(80_001).toString(), "1")).statusCode(200);

    JsonPath end = since(day, seal, chain);
    assertThat(end.getInt("findings")).isZero();
    assertThat(end.getLong("sealNo")).isGreaterThan(seal);
    assertThat(end.getString("chainHead")).isEqualTo(chainAt(end.getLong("sealNo")));
    Instant empty = Instant.parse("2066-01-01T00:00:00Z");
    JsonPath ofNothing = since(empty, seal, chain);
    assertThat(ofNothing.getInt("findings")).isZero();
    assertThat(ofNothing.getString("chainHead"))
        .as("no batch of the span was sealed before")
        .isEqualTo(chainAt(ofNothing.getLong("sealNo")));
    assertThat(since(empty, seal, (chain.startsWith("f") ? "e" : "f") + chain.substring(1)))
        .extracting(line -> line.getInt("findings"))
        .isEqualTo(1);
    assertThat(since(empty, end.getLong("sealNo") + 1_000_000, chain).getInt("findings"))
        .as("the ledger ends before")
        .isEqualTo(1);
    Forgery forgery = new Forgery(source, day.plusSeconds(80_000));
    try (LedgerCopy copy = new LedgerCopy(database, day)) {
      copy.run(forgery.row());
      copy.run(forgery.header());
      copy.run(forgery.key());
      copy.run(forgery.chain());

      assertThat(Findings.of(day)).as("who kept no head").isEmpty();
      assertThat(since(day, seal, chain).getInt("findings")).as("who kept one").isEqualTo(1);
    }
    as(TestKeys.SERVICE)
        .get("/api/v1/ledger/verification?verifiedSeal=1&verifiedHead=x")
        .then()
        .statusCode(400);
  }

  /** The chain's value at a seal number, computed from the beginning. */
  private static String chainAt(long seal) {
    return JsonPath.from(
            as(TestKeys.SERVICE)
                .queryParam("from", "2067-01-01T00:00:00Z")
                .queryParam("headAt", seal)
                .get("/api/v1/ledger/verification")
                .asString()
                .lines()
                .toList()
                .getLast())
        .getString("chainAt");
  }

  private static JsonPath since(Instant from, long seal, String chain) {
    return JsonPath.from(
        as(TestKeys.SERVICE)
            .queryParam("from", from.toString())
            .queryParam("to", from.plusSeconds(86_400).toString())
            .queryParam("verifiedSeal", seal)
            .queryParam("verifiedHead", chain)
            .get("/api/v1/ledger/verification")
            .asString()
            .lines()
            .toList()
            .getLast());
  }

  private JsonPath last() {
    return Findings.lines(day).getLast();
  }
}
