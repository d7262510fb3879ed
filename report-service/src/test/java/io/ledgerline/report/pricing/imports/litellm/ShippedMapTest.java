package io.ledgerline.report.pricing.imports.litellm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.RequestSizeRate;
import io.ledgerline.report.pricing.imports.Account;
import io.ledgerline.report.pricing.imports.FieldAccount;
import io.ledgerline.report.pricing.imports.PriceList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped map as a whole. */
class ShippedMapTest {
  private static final byte[] MAP = Maps.shipped();
  private static final PriceList LIST =
      LitellmFormat.read(new ByteArrayInputStream(MAP), Validity.ALWAYS);
  private static final Account ACCOUNT = LIST.account().orElseThrow();

  @Test
  void itHasNoFaultsAndEveryEntryIsCounted() throws IOException {
    assertThat(LIST.faults()).isEmpty();
    assertThat(ACCOUNT.models()).isEqualTo(new ObjectMapper().readTree(MAP).size());
    assertThat(ACCOUNT.withoutTokenPrice()).isEqualTo(474);
  }

  @Test
  void everyCostFieldOfEveryModelIsImportedRefusedOrNotApplicable() throws IOException {
    SortedMap<String, Integer> found = new TreeMap<>();
    for (JsonNode entry : new ObjectMapper().readTree(MAP)) {
      entry
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (name.contains("cost") || name.equals("tiered_pricing")) {
                  found.merge(name, 1, Integer::sum);
                }
              });
    }
    assertThat(
            ACCOUNT.byField().stream()
                .collect(Collectors.toMap(FieldAccount::field, f -> f.models())))
        .isEqualTo(found);
    for (FieldAccount field : ACCOUNT.byField()) {
      assertThat(field.imported() + field.refused() + field.notApplicable())
          .as(field.field())
          .isEqualTo(field.models());
      assertThat(field.reasons().values().stream().mapToInt(n -> n).sum())
          .as(field.field())
          .isEqualTo(field.refused() + field.notApplicable());
    }
    int all = found.values().stream().mapToInt(n -> n).sum();
    assertThat(ACCOUNT.fields()).isEqualTo(all);
    assertThat(ACCOUNT.imported() + ACCOUNT.refused() + ACCOUNT.notApplicable()).isEqualTo(all);
    assertThat(ACCOUNT.leftOut()).hasSize(ACCOUNT.refused() + ACCOUNT.notApplicable());
  }

  @Test
  void whatIsLeftOutIsLeftOutForAReason() {
    Map<String, Integer> reasons = new TreeMap<>();
    ACCOUNT
        .byField()
        .forEach(f -> f.reasons().forEach((r, n) -> reasons.merge(r, n, Integer::sum)));
    assertThat(reasons)
        .containsOnly(
            Map.entry("no-price-below-threshold", 9),
            Map.entry("other-unit-of-money", 56),
            Map.entry("priced-by-another-field", 86),
            Map.entry("provisioned-throughput", 56),
            Map.entry("sample-entry", 11),
            Map.entry("stated-twice", 23));
    assertThat(ACCOUNT.reasons()).containsOnlyKeys(reasons.keySet());
  }

  @Test
  void modelsWithThresholdsOrTiersHaveBands() {
    assertThat(
            LIST.entries().stream()
                .filter(draft -> draft.value().rate() instanceof RequestSizeRate)
                .map(draft -> draft.key().model())
                .distinct())
        .hasSizeGreaterThan(70);
    assertThat(Maps.lines(LIST, "dashscope/qwen3-max"))
        .containsExactly(
            "input_tokens 0.0000012|32000:0.0000024|128000:0.000003/1 token",
            "output_tokens 0.000006|32000:0.000012|128000:0.000015/1 token");
  }

  @Test
  void theOrderOfTheFileMeansNothing() throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode map =
        (ObjectNode) json.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).readTree(MAP);
    List<String> keys = new ArrayList<>();
    map.fieldNames().forEachRemaining(keys::add);
    Collections.shuffle(keys, new Random(4));
    ObjectNode shuffled = json.createObjectNode();
    keys.forEach(key -> shuffled.set(key, map.get(key)));
    PriceList other =
        LitellmFormat.read(
            new ByteArrayInputStream(json.writeValueAsBytes(shuffled)), Validity.ALWAYS);
    assertThat(other.entries()).isEqualTo(LIST.entries());
  }

  @Test
  void gpt4oCostsWhatTheMapSays() {
    assertThat(Maps.lines(LIST, "gpt-4o"))
        .contains("input_tokens 0.0000025/1 token", "output_tokens 0.00001/1 token");
  }
}
