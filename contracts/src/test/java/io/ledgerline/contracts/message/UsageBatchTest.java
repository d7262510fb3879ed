package io.ledgerline.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ledgerline.contracts.Json;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.contracts.usage.SampledResource;
import java.math.BigDecimal;
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
import org.junit.jupiter.api.Test;

class UsageBatchTest {
  private static final UUID ID = UUID.fromString("0a4f1d6e-3c59-4b57-9f62-51c1a0d0b7aa");
  private static final Dimensions LAB =
      new Dimensions("lab", null, null, null, null, null, null, null, null);
  private static final UsageFact FACT =
      new UsageFact(0, Instant.EPOCH, Quantities.of(MeterName.REQUESTS, 1));

  @Property(tries = 200)
  void anyBatchIsWhatTheSchemaSaysAndComesBackAsItWas(@ForAll("facts") List<UsageFact> facts)
      throws JsonProcessingException {
    UsageBatch batch = batch(1, List.of(LAB), facts);
    String json = Json.write(batch);

    assertThat(Json.faults("usage-batch", Json.tree(json))).isEmpty();
    assertThat(Json.read(json, UsageBatch.class)).isEqualTo(batch);
  }

  @Test
  void aBatchOfAnotherVersionIsNotRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batch(2, List.of(LAB), List.of(FACT)))
        .withMessageContaining("version 2");
  }

  @Test
  void aBatchHasFactsAndEachPointsToItsDimensions() {
    assertThatIllegalArgumentException().isThrownBy(() -> batch(1, List.of(LAB), List.of()));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> batch(1, List.of(), List.of(FACT)));
  }

  @Test
  void aFactPointsToTagsThatTheBatchHas() {
    UsageFact tagged = new UsageFact(0, Instant.EPOCH, FACT.quantities(), 1, 0);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> batch(1, List.of(LAB), List.of(tagged)));
  }

  @Test
  void aFactPointsToAResourceThatTheBatchHas() {
    UsageFact sample = new UsageFact(0, Instant.EPOCH, FACT.quantities(), 1, null, 0);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> batch(1, List.of(LAB), List.of(sample)));
  }

  @Test
  void anEventBringsSamplesOfTheResourceThatItsAttributesName() {
    assertThat(SampledResource.of("s", Labels.NONE)).isNull();
    assertThat(SampledResource.of("s", Labels.of(Map.of("resource", " ")))).isNull();
    assertThat(SampledResource.of("s", Labels.of(Map.of("resource", "vm", "end-of-life", "no"))))
        .isEqualTo(new SampledResource("s", "vm", false));
    assertThat(SampledResource.of("s", Labels.of(Map.of("resource", "vm", "end-of-life", "true"))))
        .isEqualTo(new SampledResource("s", "vm", true));
  }

  @Test
  void aBatchWithoutTagsAndSamplesIsWrittenAsBeforeThereWereAny() throws JsonProcessingException {
    assertThat(Json.write(batch(1, List.of(LAB), List.of(FACT))))
        .doesNotContain("tags")
        .doesNotContain("resource")
        .doesNotContain("\"r\"")
        .doesNotContain("\"g\"");
  }

  @Test
  void aFactThatAddsIsWrittenWithoutItsSign() throws JsonProcessingException {
    assertThat(Json.write(batch(1, List.of(LAB), List.of(FACT)))).doesNotContain("\"s\"");
  }

  @Test
  void aFactAddsOrTakesBackAndNothingElse() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UsageFact(0, Instant.EPOCH, FACT.quantities(), 2));
  }

  @Test
  void everyTopicHasItsDeadLetters() {
    List<String> names = Topics.ALL.stream().map(Topics.Topic::name).toList();
    assertThat(names).doesNotHaveDuplicates();
    for (String name : names) {
      if (!name.endsWith(Topics.DEAD_LETTER_SUFFIX)) {
        assertThat(names).contains(Topics.deadLettersOf(name));
      }
    }
  }

  @Provide
  Arbitrary<List<UsageFact>> facts() {
    Arbitrary<Instant> times =
        Arbitraries.longs().between(0, 4_102_444_800_000L).map(Instant::ofEpochMilli);
    Arbitrary<Quantity> amounts =
        Arbitraries.bigDecimals()
            .between(BigDecimal.ZERO, new BigDecimal("999999999999999999"))
            .ofScale(9)
            .map(Quantity::new);
    Arbitrary<Map<MeterName, Quantity>> quantities =
        Arbitraries.maps(
                Arbitraries.of("input_tokens", "output_tokens", "gpu_hours").map(MeterName::new),
                amounts)
            .ofMinSize(1)
            .ofMaxSize(3);
    return Combinators.combine(times, quantities, Arbitraries.of(1, -1))
        .as((time, amount, sign) -> new UsageFact(0, time, Quantities.of(amount), sign))
        .list()
        .ofMinSize(1)
        .ofMaxSize(10);
  }

  private static UsageBatch batch(int version, List<Dimensions> dimensions, List<UsageFact> facts) {
    return new UsageBatch(version, ID, TenantId.DEFAULT, Instant.EPOCH, dimensions, facts);
  }
}
