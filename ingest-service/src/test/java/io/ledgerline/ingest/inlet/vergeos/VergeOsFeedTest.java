package io.ledgerline.ingest.inlet.vergeos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.inlet.feed.FeedFields;
import io.ledgerline.platform.json.JsonSettings;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VergeOsFeedTest {
  private static UsageEvent event(String json) throws JsonProcessingException {
    return new VergeOsFeed().event(new FeedFields(JsonSettings.newMapper().readTree(json)));
  }

  @Test
  void everyMeasuredFieldOfARecordIsAGauge() throws JsonProcessingException {
    assertThat(VergeOsFeed.METERS).hasSize(32).allSatisfy(MeterName::new);
    UsageEvent event =
        event(
            """
            {"resource":"node-1","sourceAccount":"frankfurt","time":"2026-11-21T12:00:00Z",
             "used_cores":40,"phys_total_cpu":"80.5","tier_5_total":0,"gpus":null,"unknown":"x"}""");
    assertThat(event.identity().id()).isEqualTo("node-1@2026-11-21T12:00:00Z");
    assertThat(event.identity().source().value()).isEqualTo("vergeos");
    assertThat(event.origin().sourceAccount()).isEqualTo("frankfurt");
    assertThat(event.attributes().values()).containsEntry("resource", "node-1").hasSize(1);
    assertThat(event.quantities().numbers())
        .containsEntry("used_cores", BigDecimal.valueOf(40))
        .containsEntry("phys_total_cpu", new BigDecimal("80.5"))
        .containsEntry("tier_5_total", BigDecimal.ZERO)
        .hasSize(3);
  }

  @Test
  void aRecordIsASampleOfTheTimeWhenItWasMade() throws JsonProcessingException {
    UsageEvent event = event("{\"$key\":1,\"created\":1704067200,\"used_cores\":32}");
    assertThat(event.time()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
    assertThat(event.identity().id()).isEqualTo("system@2024-01-01T00:00:00Z");
  }

  @Test
  void whatIsGoneNeedsNoNumbers() throws JsonProcessingException {
    UsageEvent event = event("{\"resource\":\"node-1\",\"time\":1704067200,\"endOfLife\":true}");
    assertThat(event.attributes().values()).containsEntry("end-of-life", "true");
    assertThat(event.quantities().numbers()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"used_cores\":1}",
        "{\"time\":1704067200}",
        "{\"time\":1704067200,\"endOfLife\":7}",
        "{\"time\":\"yesterday\",\"used_cores\":1}",
        "{\"time\":1704067200,\"used_cores\":-1}",
        "{\"time\":1704067200,\"used_cores\":\"many\"}",
        "{\"time\":1704067200,\"used_cores\":[1]}",
        "{\"time\":1704067200,\"used_cores\":1e30}",
        "{\"time\":1704067200,\"used_cores\":1,\"resource\":[5]}",
        "{\"time\":1704067200,\"used_cores\":1,\"resource\":\" \"}",
      })
  void whatIsNoSampleIsRefused(String json) {
    assertThatThrownBy(() -> event(json)).isInstanceOf(InvalidValueException.class);
  }
}
