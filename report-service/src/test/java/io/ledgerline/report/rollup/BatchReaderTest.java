package io.ledgerline.report.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.platform.messaging.MessageCodec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast reader takes what the record takes, means the same, and refuses what it refuses. */
class BatchReaderTest {
  private static final MessageCodec CODEC = MessageCodec.create();
  private static final String FACT = "{\"d\":0,\"t\":\"2024-05-25T08:14:59.999Z\",\"q\":{\"a\":1}}";

  private static byte[] message(String dimensions, String facts) {
    return """
        {"version":1,"batchId":"00000000-0000-0000-0000-000000000001","tenant":"default",
         "postedAt":"2024-05-25T12:00:00Z","new":{"x":[1]},"dimensions":[%s],"facts":[%s]}"""
        .formatted(dimensions, facts)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] facts(String facts) {
    return message("{\"sourceAccount\":\"a\"}", facts);
  }

  private static UsageBatch of(Instant time, Quantities quantities) {
    return Batches.batch(
        TenantId.DEFAULT,
        List.of(new Batches.Event(Batches.dimensions("a", "m"), time, quantities)));
  }

  @Test
  void factsThatNameAResourceAreKeptAsSamplesOfWhatIsNoCounter() throws IOException {
    String sampled =
        """
        {"version":1,"batchId":"00000000-0000-0000-0000-000000000001","tenant":"default",
         "postedAt":"2024-05-25T12:00:00Z","dimensions":[{"sourceAccount":"a"},
         {"sourceAccount":"b"}],"tags":[{"team":"t"}],
         "resources":[{"source":"s","resource":"vm"},{"source":"s","resource":"vm","ended":true}],
         "facts":[{"d":0,"t":"2024-05-25T08:14:59.999Z","q":{"used_cores":1.5,"requests":1},"r":0},
          {"d":1,"t":"2024-05-25T08:15:00Z","q":{"own":2},"g":0,"s":-1,"r":1},
          {"d":1,"t":"2024-05-25T08:15:00Z","q":{"used_cores":2}}]}""";
    BatchTally tally = BatchReader.read(sampled.getBytes(StandardCharsets.UTF_8), Batches.GRAIN);

    assertThat(tally.samples())
        .extracting(
            s -> tally.sets().get(s.set()).dimensions().sourceAccount(),
            s -> s.at().toString(),
            s -> s.sign(),
            s -> s.resource().ended(),
            s -> s.values().toString())
        .containsExactly(
            tuple(
                "a",
                "2024-05-25T08:14:59.999Z",
                1,
                false,
                "[Value[meter=used_cores, quantity=1.5]]"),
            tuple("b", "2024-05-25T08:15:00Z", -1, true, "[Value[meter=own, quantity=2]]"));
    assertThat(tally.facts()).isEqualTo(3);
  }

  @Property
  void everyQuantityKeepsItsValue(
      @ForAll @BigRange(min = "0", max = "999999999999999999.999999999") @Scale(9)
          BigDecimal quantity) {
    UsageBatch batch =
        of(Instant.EPOCH, Quantities.of(Map.of(MeterName.IMAGES, new Quantity(quantity))));
    assertThat(Batches.read(batch).effect(ChargeSpan.ALL).quarters())
        .isEqualTo(PlainRollup.effect(batch));
  }

  @Property
  void sumsBeyondWhatALongHoldsAreExact(
      @ForAll @Size(min = 1, max = 40)
          List<
                  @BigRange(min = "999999999999999000", max = "999999999999999999.999999999")
                  @Scale(9) BigDecimal>
              quantities,
      @ForAll @IntRange(min = 0, max = 1) int back) {
    List<Batches.Event> events = new ArrayList<>();
    for (BigDecimal quantity : quantities) {
      events.add(
          new Batches.Event(
              Batches.dimensions("a", "m"),
              Instant.EPOCH,
              Quantities.of(Map.of(MeterName.IMAGES, new Quantity(quantity))),
              back == 1 ? -1 : 1));
    }
    UsageBatch batch = Batches.batch(TenantId.DEFAULT, events);
    assertThat(Batches.read(batch).effect(ChargeSpan.ALL).quarters())
        .isEqualTo(PlainRollup.effect(batch));
  }

  @Property
  void everyInstantFallsIntoItsQuarterHour(
      @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
      @ForAll @IntRange(max = 999_999_999) int nano) {
    UsageBatch batch = of(Instant.ofEpochSecond(second, nano), Quantities.of(MeterName.IMAGES, 1));
    assertThat(Batches.read(batch).effect(ChargeSpan.ALL).quarters().keySet())
        .isEqualTo(PlainRollup.effect(batch).keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"d\":0,\"t\":\"2024-05-25T10:14:59+02:00\",\"q\":{\"a\":1e0}}",
        "{\"t\":\"2024-05-25T08:14:59Z\",\"q\":{\"a\":1.000},\"d\":0,\"s\":1}",
        "{\"q\":{\"a\":1},\"z\":null,\"d\":0,\"t\":\"2024-05-25T08:00:00.1Z\"}",
        "{\"q\":{\"a\":0.10e1},\"d\":0,\"t\":\"2024-05-25T08:00:00.123456789Z\"}"
      })
  void otherSpellingsMeanTheSame(String fact) throws IOException {
    assertThat(BatchReader.read(facts(fact), RollupGrain.PLAIN).effect(ChargeSpan.ALL))
        .isEqualTo(BatchReader.read(facts(FACT), RollupGrain.PLAIN).effect(ChargeSpan.ALL));
  }

  @Test
  void fieldsMayComeInAnyOrder() throws IOException {
    String turned =
        """
        {"facts":[%s],"dimensions":[{"priceClass":{"x":"1"},"model":null,"sourceAccount":"a"}],
         "tenant":"default","postedAt":"2024-05-25T12:00:00Z",
         "batchId":"00000000-0000-0000-0000-000000000001","version":1}"""
            .formatted(FACT);
    BatchTally batch = BatchReader.read(turned.getBytes(StandardCharsets.UTF_8), RollupGrain.PLAIN);
    assertThat(batch.facts()).isEqualTo(1);
    assertThat(batch.sets().getFirst().dimensions().priceClass()).hasToString("x=1");
  }

  static Stream<byte[]> broken() {
    return Stream.of(
        facts(""),
        facts(FACT + ",{\"d\":1,\"t\":\"2024-05-25T08:00:00Z\",\"q\":{\"a\":1}}"),
        facts("{\"d\":-1,\"t\":\"2024-05-25T08:00:00Z\",\"q\":{\"a\":1}}"),
        facts("{\"d\":0,\"t\":\"2024-02-30T08:00:00Z\",\"q\":{\"a\":1}}"),
        facts("{\"d\":0,\"t\":\"yesterday\",\"q\":{\"a\":1}}"),
        facts("{\"d\":0,\"t\":\"2024-05-25T08:00:00Z\",\"q\":{}}"),
        facts("{\"d\":0,\"t\":\"2024-05-25T08:00:00Z\"}"),
        facts("{\"d\":0,\"q\":{\"a\":1}}"),
        facts("{\"d\":0,\"d\":0,\"t\":\"2024-05-25T08:00:00Z\",\"q\":{\"a\":1}}"),
        facts("{\"d\":0,\"t\":\"2024-05-25T08:00:00Z\",\"q\":{\"a\":1,\"a\":1}}"),
        facts("{\"d\":0,\"t\":\"2024-05-25T08:00:00Z\",\"q\":{\"A\":1}}"),
        facts("{\"d\":0,\"t\":\"2024-05-25T08:00:00Z\",\"q\":{\"a\":-1}}"),
        facts("{\"d\":0,\"t\":\"2024-05-25T08:00:00Z\",\"q\":{\"a\":1000000000000000000}}"),
        facts("{\"d\":0,\"t\":\"2024-05-25T08:00:00Z\",\"q\":{\"a\":0.0000000001}}"),
        facts("{\"d\":0,\"t\":\"2024-05-25T08:00:00Z\",\"q\":{\"a\":1e999999999}}"),
        facts("{\"d\":0,\"t\":\"2024-05-25T08:00:00Z\",\"q\":{\"a\":[1]}}"),
        facts("{\"d\":0,\"t\":\"2024-05-25T08:00:00Z\",\"q\":{\"a\":1},\"s\":2}"),
        message("", FACT),
        message("{}", FACT),
        message("{\"sourceAccount\":\"a\",\"principal\":\"me\"}", FACT),
        "{}".getBytes(StandardCharsets.UTF_8),
        "null".getBytes(StandardCharsets.UTF_8),
        "{\"version\":1,".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatIsNoBatchIsRefusedByBoth(byte[] message) {
    assertThatThrownBy(() -> BatchReader.read(message, RollupGrain.PLAIN))
        .isNotInstanceOf(Error.class);
    assertThatThrownBy(() -> CODEC.decode(message, UsageBatch.class)).isNotInstanceOf(Error.class);
  }
}
