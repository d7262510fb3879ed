package io.ledgerline.ingest.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.message.UsageFact;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.SampledResource;
import io.ledgerline.platform.json.JsonSettings;
import io.ledgerline.platform.messaging.MessageCodec;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UsageBatchSerializerTest {
  private static final Dimensions BARE =
      new Dimensions("lab", null, null, null, null, null, null, null, null);
  private static final Dimensions FULL =
      new Dimensions(
          "a\"b\\ü",
          new PrincipalId(new UUID(1, 2)),
          "w",
          "p",
          "aws",
          "m",
          "r",
          "o",
          PriceClass.of(Map.of("tier", "batch")));

  private static final Labels TAGS = Labels.of(Map.of("a\"ü", "", "team", "x\\y"));

  private static final SampledResource ENDED = new SampledResource("s\"ü", "vm\\1", true);

  private final MessageCodec codec = UsageBatchSerializer.codec();

  @Property(tries = 300)
  void theBytesAreThoseThatTheRecordsThemselvesWouldGive(@ForAll("facts") List<UsageFact> facts)
      throws JsonProcessingException {
    UsageBatch batch =
        new UsageBatch(
            1,
            new UUID(3, 4),
            TenantId.DEFAULT,
            facts.getFirst().time(),
            List.of(BARE, FULL),
            facts.stream().anyMatch(fact -> fact.tags() != null) ? List.of(TAGS) : List.of(),
            facts.stream().anyMatch(fact -> fact.resource() != null) ? List.of(ENDED) : List.of(),
            facts);

    assertThat(new String(codec.encode(batch), StandardCharsets.UTF_8))
        .isEqualTo(JsonSettings.newMapper().writeValueAsString(batch));
  }

  @Provide
  Arbitrary<List<UsageFact>> facts() {
    Arbitrary<Instant> times =
        Combinators.combine(
                Arbitraries.longs().between(-100_000_000_000L, 300_000_000_000L),
                Arbitraries.of(0, 1_000, 1_000_000, 120_000_000, 123_456_000, 999_999_999, 1))
            .as(Instant::ofEpochSecond);
    Arbitrary<Quantities> quantities =
        Arbitraries.bigDecimals()
            .between(BigDecimal.ZERO, new BigDecimal("999999999999999999"))
            .ofScale(9)
            .map(value -> Quantities.fromNumbers(Map.of("a", value, "b", BigDecimal.TEN)));
    return Combinators.combine(
            Arbitraries.of(0, 1),
            times,
            quantities,
            Arbitraries.of(1, -1),
            Arbitraries.just(0).injectNull(0.5),
            Arbitraries.just(0).injectNull(0.5))
        .as(UsageFact::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }
}
