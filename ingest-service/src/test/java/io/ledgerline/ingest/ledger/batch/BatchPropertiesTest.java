package io.ledgerline.ingest.ledger.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.platform.messaging.MessageCodec;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BatchPropertiesTest {
  private static final MessageCodec CODEC = MessageCodec.create();

  @Provide
  Arbitrary<Dimensions> dimensions() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withChars("aZ09\"\\/:ü漢 ")
            .ofMinLength(1)
            .ofMaxLength(256)
            .filter(s -> !s.isBlank());
    Arbitrary<String> optional = text.injectNull(0.3);
    return Combinators.combine(text, optional, optional, optional, optional)
        .as(
            (account, workspace, project, model, region) ->
                new Dimensions(
                    account,
                    new PrincipalId(UUID.randomUUID()),
                    workspace,
                    project,
                    "p",
                    model,
                    region,
                    null,
                    PriceClass.of(
                        Map.of("tier", account.substring(0, Math.min(60, account.length()))))));
  }

  @Provide
  Arbitrary<List<Fact>> facts() {
    Arbitrary<Quantities> quantities =
        Arbitraries.maps(
                Arbitraries.strings()
                    .alpha()
                    .ofMinLength(1)
                    .ofMaxLength(20)
                    .map(s -> "m" + s.toLowerCase(Locale.ROOT)),
                Arbitraries.bigDecimals()
                    .between(BigDecimal.ZERO, new BigDecimal("999999999999999999"))
                    .ofScale(9))
            .ofMinSize(1)
            .ofMaxSize(8)
            .map(Quantities::fromNumbers);
    Arbitrary<Instant> times =
        Arbitraries.longs()
            .between(946_684_800_000_000L, 4_102_444_800_000_000L)
            .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    Arbitrary<String> value =
        Arbitraries.strings().withChars("aZ09\"\\/:ü漢 ").ofMinLength(1).ofMaxLength(256);
    Arbitrary<Labels> tags =
        Arbitraries.maps(
                Arbitraries.strings()
                    .withChars("aZ09\"\\/:ü漢 ")
                    .ofMinLength(1)
                    .ofMaxLength(100)
                    .filter(s -> !s.isBlank()),
                value)
            .ofMaxSize(5)
            .map(Labels::of);
    return dimensions()
        .list()
        .ofMinSize(1)
        .ofMaxSize(40)
        .flatMap(
            sets ->
                Combinators.combine(
                        Arbitraries.of(sets), times, quantities, Arbitraries.of(1, -1), tags)
                    .as(Fact::new)
                    .list()
                    .ofMaxSize(3000));
  }

  @Property(tries = 20)
  void everyCutFitsARecordAndNothingIsLeftOut(@ForAll("facts") List<Fact> facts) {
    List<Fact> seen = new ArrayList<>();
    int start = 0;
    for (int end : BatchCutter.ends(Rows.of(facts))) {
      List<Fact> members = facts.subList(start, end);
      assertThat(CODEC.encode(message(members)).length).isLessThan(UsageBatch.MAX_BYTES);
      seen.addAll(members);
      start = end;
    }
    assertThat(seen).isEqualTo(facts);
  }

  @Property(tries = 20)
  void aMessageReadBackSaysWhatItsFactsSay(@ForAll("facts") List<Fact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    List<Fact> members = facts.subList(0, BatchCutter.ends(Rows.of(facts)).getFirst());

    UsageBatch back = CODEC.decode(CODEC.encode(message(members)), UsageBatch.class);

    assertThat(
            back.facts().stream()
                .map(
                    f ->
                        new Fact(
                            back.dimensions().get(f.dimensions()),
                            f.time(),
                            f.quantities(),
                            f.sign(),
                            f.tags() == null ? Labels.NONE : back.tags().get(f.tags())))
                .toList())
        .isEqualTo(members);
  }

  @Property(tries = 50)
  void whatWasAcceptedIsTheSignedSumOfTheRows(@ForAll("facts") List<Fact> facts) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    long events = 0;
    for (Fact fact : facts) {
      events += fact.sign();
      fact.quantities()
          .numbers()
          .forEach(
              (meter, value) ->
                  sums.merge(meter, fact.sign() < 0 ? value.negate() : value, BigDecimal::add));
    }

    Map<String, BigDecimal> accepted = new TreeMap<>();
    long acceptedEvents = 0;
    for (var accounts : Accepted.of(Rows.of(facts)).quarters().values()) {
      for (Accepted.Part part : accounts.values()) {
        acceptedEvents += part.events();
        part.quantities().forEach((meter, sum) -> accepted.merge(meter, sum, BigDecimal::add));
      }
    }

    assertThat(acceptedEvents).isEqualTo(events);
    assertThat(accepted.keySet()).isEqualTo(sums.keySet());
    sums.forEach((meter, sum) -> assertThat(accepted.get(meter)).isEqualByComparingTo(sum));
  }

  @Property(tries = 50)
  void tagsComeBackFromWhatTheRowKeeps(@ForAll("facts") List<Fact> facts) {
    for (Fact fact : facts.stream().limit(50).toList()) {
      assertThat(LabelsJson.tags(LabelsJson.of(fact.tags(), Labels.of(Map.of("other", "x")))))
          .isEqualTo(fact.tags());
    }
    assertThat(LabelsJson.of(Labels.NONE, Labels.NONE)).isNull();
    assertThat(LabelsJson.tags(null)).isEqualTo(Labels.NONE);
  }

  @Property(tries = 50)
  void quantitiesComeBackFromTheirText(@ForAll("facts") List<Fact> facts) {
    for (Fact fact : facts.stream().limit(50).toList()) {
      assertThat(
              QuantityText.read(
                  QuantityText.meters(fact.quantities()), QuantityText.values(fact.quantities())))
          .isEqualTo(fact.quantities());
    }
  }

  private static UsageBatch message(List<Fact> members) {
    return BatchAssembly.message(
        UUID.randomUUID(), TenantId.DEFAULT, Instant.parse("2026-01-01T00:00:00.123456Z"), members);
  }
}
