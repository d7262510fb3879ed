package io.ledgerline.ingest.inlet.smarter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.platform.json.JsonSettings;
import io.ledgerline.platform.problem.InvalidRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Also the acceptance cases of the contract that are about what a charge may say: 8, 9 and 12. */
class ChargeReaderTest {
  private static final ObjectMapper JSON = JsonSettings.newMapper();

  private static final String CHARGE =
      """
      {"id": "4711", "created_at": "2024-01-01T23:59:59.999Z", "account": "3141-5926-5359",
       "user": "u@example.com", "session_key": "chat-9", "provider": "googleai",
       "charge_type": "tool", "model": "gemini", "prompt_tokens": 100,
       "completion_tokens": 200, "total_tokens": 300, "reference": "fp_1"}""";

  private static ChargeReader.Call call(String json) {
    return call(json, null);
  }

  private static ChargeReader.Call call(String json, AccessScope scope) {
    try {
      return ChargeReader.call(JSON.readTree(json), scope);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ChargeReader.Read read(String json) {
    return call(json).charges().getFirst();
  }

  private static void assertRefused(String json, String field, String code) {
    ChargeReader.Read read = read(json);
    assertThat(read.charge()).isNull();
    assertThat(read.fault().field()).isEqualTo(field);
    assertThat(read.fault().code()).isEqualTo(code);
  }

  @Test
  void aChargeBecomesAnEventWhoseOperationIsItsType() {
    UsageEvent event = read(CHARGE).charge().event();

    assertThat(event.identity().source().value()).isEqualTo("smarter");
    assertThat(event.identity().id()).isEqualTo("4711");
    assertThat(event.time()).isEqualTo(Instant.parse("2024-01-01T23:59:59.999Z"));
    assertThat(event.origin().sourceAccount()).isEqualTo("3141-5926-5359");
    assertThat(event.origin().principal()).isEqualTo("u@example.com");
    assertThat(event.service().provider()).isEqualTo("googleai");
    assertThat(event.service().model()).isEqualTo("gemini");
    assertThat(event.service().operation()).isEqualTo("tool");
    assertThat(event.quantities().numbers())
        .hasToString("{input_tokens=100, output_tokens=200, requests=0}");
    assertThat(event.attributes().values())
        .isEqualTo(Map.of("session_key", "chat-9", "reference", "fp_1"));
  }

  @Test
  void whatIsNotSaidIsACompletionOfOpenAi() {
    Charge charge =
        read("""
            {"id": 4711, "account": "3141-5926-5359", "user": "u", "prompt_tokens": 0,
             "completion_tokens": 0, "total_tokens": 0}""")
            .charge();

    assertThat(charge.id()).isEqualTo("4711");
    assertThat(charge.provider()).isEqualTo("openai");
    assertThat(charge.type().code()).isEqualTo("completion");
    assertThat(charge.event().time()).isNull();
    assertThat(charge.event().quantities().numbers()).containsKey("requests");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"total_tokens\": 300', '\"total_tokens\": 301', total_tokens, total-differs",
    "'\"prompt_tokens\": 100', '\"prompt_tokens\": -1', prompt_tokens, negative-quantity",
    "'\"total_tokens\": 300', '\"total_tokens\": null', total_tokens, missing",
    "'\"total_tokens\": 300', '\"total_tokens\": \"300\"', total_tokens, wrong-type",
    "'\"total_tokens\": 300', '\"total_tokens\": 300.0', total_tokens, wrong-type",
    "'\"total_tokens\": 300', '\"total_tokens\": 1e30', total_tokens, wrong-type",
    "'\"total_tokens\": 300', '\"total_tokens\": 9223372036854775808', total_tokens, quantity-out-of-range",
  })
  void case08TokensThatAreNoCountOrNoSumAreRefused(
      String good, String bad, String field, String code) {
    assertRefused(CHARGE.replace(good, bad), field, code);
  }

  @Test
  void case09AnUnknownChargeTypeIsRefused() {
    assertRefused(CHARGE.replace("\"tool\"", "\"usage\""), "charge_type", "unknown-charge-type");
  }

  @Test
  void case12WhatIsNoAccountNumberIsRefused() {
    assertRefused(
        CHARGE.replace("3141-5926-5359", "3141-59265359"), "account", "invalid-account-number");
    assertRefused(
        CHARGE.replace("3141-5926-5359", "9999-9999-9999"), "account", "account-number-unset");
    assertRefused(CHARGE.replace("\"account\"", "\"acc\""), "account", "missing");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"id\": \"4711\"', '\"id\": {}', id, wrong-type",
    "'\"id\": \"4711\"', '\"id\": null', id, missing",
    "'\"user\": \"u@example.com\"', '\"user\": \" \"', user, missing",
    "'23:59:59.999Z', '23:59:59.999', created_at, invalid-time",
    "'\"provider\": \"googleai\"', '\"provider\": 7', provider, wrong-type",
  })
  void aFieldAtFaultIsNamed(String good, String bad, String field, String code) {
    assertRefused(CHARGE.replace(good, bad), field, code);
  }

  @Test
  void oneBadChargeIsNoHarmToItsNeighbours() {
    ChargeReader.Call call = call("{\"charges\": [7, " + CHARGE + ", {\"cost\": 1}]}");

    assertThat(call.single()).isFalse();
    assertThat(call.charges())
        .extracting(read -> read.charge() != null)
        .containsExactly(false, true, false);
    assertThat(call.unknownFields()).isEqualTo(1);
  }

  @Test
  void aBodyWithoutChargesIsRefusedAsAWhole() {
    assertThatThrownBy(() -> call("[]")).isInstanceOf(InvalidRequest.class);
    assertThatThrownBy(() -> call("7")).isInstanceOf(InvalidRequest.class);
  }

  @Test
  void case14AKeyChargesOnlyTheAccountsOfItsScope() {
    AccessScope mine = new AccessScope(Set.of("3141-*"), Set.of());
    AccessScope others = new AccessScope(Set.of("2718-2818-2845"), Set.of());

    assertThat(call(CHARGE, mine).charges().getFirst().fault()).isNull();
    assertThat(call(CHARGE, others).charges().getFirst().fault().code())
        .isEqualTo("account-outside-scope");
  }
}
