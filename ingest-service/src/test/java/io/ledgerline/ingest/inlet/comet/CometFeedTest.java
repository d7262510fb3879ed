package io.ledgerline.ingest.inlet.comet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.inlet.feed.FeedFields;
import io.ledgerline.platform.json.JsonSettings;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CometFeedTest {
  private static UsageEvent event(String json) {
    try {
      return new CometFeed()
          .event(new FeedFields(JsonSettings.newMapper().readTree(json.replace('\'', '"'))));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Map<String, String> quantities(String json) {
    return event(json).quantities().byMeter().entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().value(),
                entry -> entry.getValue().value().toPlainString()));
  }

  @Test
  void anExperimentIsOneAndItsSizeIsLogged() {
    UsageEvent event =
        event(
            "{'id':'e1','type':'experiment','time':'2023-11-01T00:00:00Z','user':'u1',"
                + "'workspace':'w','project':'p','sizeBytes':10486,'organizationId':'acme'}");
    assertThat(event.identity().source().value()).isEqualTo("comet:acme");
    assertThat(event.origin().sourceAccount()).isEqualTo("acme");
    assertThat(event.origin().workspace()).isEqualTo("w");
    assertThat(event.origin().project()).isEqualTo("p");
    assertThat(event.service().operation()).isEqualTo("experiment");
    assertThat(quantities("{'id':'e1','type':'experiment','sizeBytes':10486}"))
        .isEqualTo(Map.of("experiments", "1", "logged_bytes", "10486"));
  }

  @ParameterizedTest
  @CsvSource({
    "ui_call, ui_calls",
    "sdk_call, sdk_calls",
    "experiment_deleted, deleted_experiments",
  })
  void everyActHasItsMeter(String type, String meter) {
    assertThat(quantities("{'id':'e1','type':'" + type + "','count':3}"))
        .isEqualTo(Map.of(meter, "3"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{''id'':''e1'',''type'':''ui_call'',''sizeBytes'':1}', not-applicable",
    "'{''id'':''e1'',''type'':''data_logged''}', missing",
    "'{''id'':''e1'',''type'':''login''}', unknown-type",
    "'{''id'':''e1''}', missing",
    "'{''type'':''ui_call''}', missing",
  })
  void whatMakesNoSenseIsRefused(String json, String code) {
    assertThatThrownBy(() -> event(json))
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
