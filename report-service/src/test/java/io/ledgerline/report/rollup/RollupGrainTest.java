package io.ledgerline.report.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.report.ledger.LedgerLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollupGrainTest {
  private static final RollupGrain GRAIN = new RollupGrain(ContextLadder.V1, Set.of("team"));
  private static final String FACTS =
      """
      {"d":0,"t":"2024-05-25T08:14:59Z","q":{"input_tokens":50000},"g":0},
      {"d":0,"t":"2024-05-25T08:14:59Z","q":{"input_tokens":50000},"g":1},
      {"d":0,"t":"2024-05-25T08:14:59Z","q":{"input_tokens":1},"g":2},
      {"d":0,"t":"2024-05-25T08:14:59Z","q":{"input_tokens":1},"g":null},
      {"d":0,"t":"2024-05-25T08:14:59Z","q":{"input_tokens":1}}""";
  private static final String TAGS =
      "\"tags\":[{\"team\":\"a\",\"id\":\"1\"},{\"id\":\"2\",\"team\":\"a\"},{\"id\":\"3\"}],";

  private static BatchTally read(String tags, String facts) throws IOException {
    String message =
        """
        {"version":1,"batchId":"00000000-0000-0000-0000-000000000001","tenant":"default",
         "postedAt":"2024-05-25T12:00:00Z","dimensions":[{"sourceAccount":"x"}],%s"facts":[%s]}"""
            .formatted(tags, facts);
    return BatchReader.read(message.getBytes(StandardCharsets.UTF_8), GRAIN);
  }

  @Test
  void onlyTagsThatAreNamedSplitSums() throws IOException {
    BatchTally batch = read(TAGS, FACTS);

    assertThat(batch.sets())
        .extracting(DimensionSet::dimensions)
        .containsExactly(
            new Dimensions(
                "x",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                PriceClass.of(Map.of("context", "32k")),
                Labels.of(Map.of("team", "a"))),
            new Dimensions("x", null, null, null, null, null, null, null, PriceClass.NONE));
    assertThat(batch.events()).isEqualTo(5);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        "\"tags\":[],",
        "\"tags\":[{\"team\":\"a\"}],",
        "\"tags\":[{\"team\":\"a\",\"team\":\"b\"},{},{}],",
        "\"tags\":[{\"team\":7},{},{}],",
        "\"tags\":[{\"other\":{}},{},{}],"
      })
  void tagsThatAreNotThereOrNoTextsMakeABatchUnreadable(String tags) {
    assertThatThrownBy(() -> read(tags, FACTS)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void aLineOfTheLedgerIsToldApartAsItsRollupIs() {
    UUID person = UUID.randomUUID();
    LedgerLine line =
        new LedgerLine(
            Instant.EPOCH,
            "s",
            "1",
            "x",
            "alice",
            "p",
            "m",
            "r",
            PriceClass.NONE,
            Quantities.fromNumbers(Map.of("input_tokens", BigDecimal.valueOf(300_000))),
            null,
            person,
            "w",
            "j",
            "o",
            Labels.of(Map.of("team", "a", "id", "1")));

    assertThat(GRAIN.dimensions(line))
        .isEqualTo(
            new Dimensions(
                "x",
                new PrincipalId(person),
                "w",
                "j",
                "p",
                "m",
                "r",
                "o",
                PriceClass.of(Map.of("context", "272k")),
                Labels.of(Map.of("team", "a"))));
    assertThat(RollupGrain.PLAIN.dimensions(line).tags()).isEqualTo(Labels.NONE);
  }

  @Test
  void aDimensionSetWithoutTagsKeepsTheDigestItAlwaysHad() {
    Dimensions plain =
        new Dimensions(
            "a", null, "w", null, null, "m", null, null, PriceClass.of(Map.of("x", "1")));
    DimensionSet set = new DimensionSet(TenantId.DEFAULT, plain);
    List<UUID> others =
        List.of(
            digest(plain.with(plain.priceClass(), Labels.of(Map.of("x", "1")))),
            digest(plain.with(PriceClass.NONE, Labels.of(Map.of("x", "1")))),
            digest(plain.with(plain.priceClass(), Labels.of(Map.of("x", "")))));

    assertThat(set.digest()).hasToString("64fd2c9f-ff6d-180c-f7e5-34ba0936777a");
    assertThat(others).doesNotHaveDuplicates().doesNotContain(set.digest());
  }

  private static UUID digest(Dimensions dimensions) {
    return new DimensionSet(TenantId.DEFAULT, dimensions).digest();
  }
}
