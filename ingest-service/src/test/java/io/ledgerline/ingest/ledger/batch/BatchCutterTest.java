package io.ledgerline.ingest.ledger.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.platform.messaging.MessageCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchCutterTest {
  private static final Dimensions DIMENSIONS =
      new Dimensions("a", null, null, null, null, null, null, null, PriceClass.NONE);

  private static Fact fact(Instant time, long tokens) {
    return new Fact(DIMENSIONS, time, Quantities.of(MeterName.INPUT_TOKENS, tokens));
  }

  @Test
  void nothingMakesNoBatch() {
    assertThat(BatchCutter.ends(List.of())).isEmpty();
  }

  @Test
  void aBatchHoldsAtMostFiveThousandEvents() {
    List<Fact> facts = Collections.nCopies(12_000, fact(Instant.EPOCH, 1));

    assertThat(BatchCutter.ends(Rows.of(facts))).last().isEqualTo(12_000);
    assertThat(BatchCutter.ends(Rows.of(facts)).getFirst()).isLessThanOrEqualTo(5000);
  }

  @Test
  void eventsWithAsManyAndAsLongTagsAsThereMayBeFitTheirRecords() {
    List<Fact> facts = new ArrayList<>();
    for (int event = 0; event < 50; event++) {
      Map<String, String> tags = new TreeMap<>();
      for (int tag = 0; tag < Labels.MAX_LABELS; tag++) {
        tags.put("漢".repeat(120) + event + "-" + tag, "\\\"漢".repeat(85));
      }
      facts.add(
          new Fact(
              DIMENSIONS,
              Instant.EPOCH,
              Quantities.of(MeterName.INPUT_TOKENS, 1),
              1,
              Labels.of(tags)));
    }

    int start = 0;
    for (int end : BatchCutter.ends(Rows.of(facts))) {
      assertThat(end).isGreaterThan(start);
      UsageBatch message =
          BatchAssembly.message(
              UUID.randomUUID(), TenantId.DEFAULT, Instant.EPOCH, facts.subList(start, end));
      assertThat(MessageCodec.create().encode(message).length).isLessThan(UsageBatch.MAX_BYTES);
      assertThat(message.tags()).hasSize(end - start);
      start = end;
    }
    assertThat(start).isEqualTo(facts.size());
  }

  @Test
  void aBatchHoldsOneMonthOfUtcAndKeepsTheOrderOfTheCall() {
    Instant newYear = Instant.parse("2026-01-01T00:00:00Z");
    List<LedgerRow> rows =
        Rows.of(List.of(fact(newYear, 1), fact(newYear.minusNanos(1000), 2), fact(newYear, 3)));

    List<NewBatch> batches = NewBatch.cut(TenantId.DEFAULT, rows);

    assertThat(batches)
        .extracting(NewBatch::rows)
        .containsExactly(List.of(rows.get(0), rows.get(2)), List.of(rows.get(1)));
    assertThat(batches).extracting(NewBatch::tenant).containsOnly(TenantId.DEFAULT);
    assertThat(batches.getLast().minTime()).isEqualTo(batches.getLast().maxTime());
  }

  @Test
  void aRowWithAnotherNumberOfQuantitiesIsNotTakenForWhatItWas() {
    assertThatIllegalStateException().isThrownBy(() -> QuantityText.read(List.of("a"), "1,2"));
  }

  @Test
  void onlyTheUsualSpellingOfAUuidIsStoredAsOne() {
    String usual = "0b8e1f5e-4c1c-4a7e-9f1e-0a1b2c3d4e5f";

    assertThat(EventIdText.asUuid(usual)).hasValueSatisfying(u -> assertThat(u).hasToString(usual));
    assertThat(EventIdText.asUuid(usual.toUpperCase(Locale.ROOT))).isEmpty();
    assertThat(EventIdText.asUuid("0b8e1f5e4c1c4a7e9f1e0a1b2c3d4e5f")).isEmpty();
    assertThat(EventIdText.asUuid("abcd1234-5678-efgh-ijkl-mnopqrstuvwx")).isEmpty();
  }
}
