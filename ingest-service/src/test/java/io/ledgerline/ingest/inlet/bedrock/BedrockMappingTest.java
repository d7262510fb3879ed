package io.ledgerline.ingest.inlet.bedrock;

import static io.ledgerline.ingest.inlet.bedrock.Records.event;
import static io.ledgerline.ingest.inlet.bedrock.Records.lines;
import static io.ledgerline.ingest.inlet.bedrock.Records.read;
import static io.ledgerline.ingest.inlet.bedrock.Records.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.UsageEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BedrockMappingTest {
  @Test
  void aConversationBecomesAnEventWithTokens() {
    UsageEvent event = event(sample("r-1"));

    assertThat(event.identity().source().value()).isEqualTo("aws:bedrock:123456789012:us-east-1");
    assertThat(event.identity().id()).isEqualTo("r-1");
    assertThat(event.time()).isEqualTo(Instant.parse("2024-05-25T08:00:00Z"));
    assertThat(event.origin().sourceAccount()).isEqualTo("123456789012");
    assertThat(event.origin().principal())
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/Admin/alice");
    assertThat(event.service().provider()).isEqualTo("aws.bedrock");
    assertThat(event.service().model()).isEqualTo("anthropic.claude-3-sonnet-20240229-v1:0");
    assertThat(event.service().operation()).isEqualTo("InvokeModel");
    assertThat(quantities(event))
        .isEqualTo(Map.of("requests", "1", "input_tokens", "1000", "output_tokens", "500"));
    assertThat(event.attributes().values()).isEmpty();
  }

  @Test
  void ofAnArnTheModelIsWhatStandsBehindTheLastSlash() {
    UsageEvent event = event(sample("r-2"));

    assertThat(event.service().model()).isEqualTo("anthropic.claude-3-haiku-20240307-v1:0");
    assertThat(event.attributes().values())
        .containsEntry(
            "model_id",
            "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0");
  }

  @Test
  void anInferenceProfileKeepsItsNameAndTheRegionThatComputed() {
    UsageEvent event = event(lines("shape-variants-authored.jsonl").get(0));

    assertThat(event.service().model()).isEqualTo("us.anthropic.claude-3-haiku-20240307-v1:0");
    assertThat(event.service().region()).isEqualTo("us-west-2");
    assertThat(event.attributes().values()).containsEntry("inference_region", "us-east-2");
    assertThat(quantities(event))
        .isEqualTo(
            Map.of(
                "requests", "1",
                "input_tokens", "255",
                "cache_read_tokens", "0",
                "cache_write_tokens", "24479",
                "output_tokens", "113"));
  }

  @Test
  void provisionedThroughputIsToldApartSoThatItCanBePricedByTheHour() {
    String arn = "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/2pb7hw8xu5ys";
    UsageEvent event = event(sample("r-1").replace("anthropic.claude-3-sonnet-20240229-v1:0", arn));

    assertThat(event.service().model()).isEqualTo("2pb7hw8xu5ys");
    assertThat(event.priceClass()).hasToString("throughput=provisioned");
    assertThat(event.attributes().values()).containsEntry("model_id", arn);
    assertThat(quantities(event)).containsEntry("input_tokens", "1000");
    assertThat(event(sample("r-1")).priceClass().values()).isEmpty();
  }

  @Test
  void aStreamedAnswerAndABodyApartAreNoHindranceToTokens() {
    String line = lines("shape-variants-authored.jsonl").get(1);

    assertThat(BedrockMapping.bodyNeeded(read(line))).isEmpty();
    assertThat(event(line).service().model()).isEqualTo("abc123def456");
    assertThat(quantities(event(line))).containsEntry("output_tokens", "142");
  }

  @Test
  void aFailedCallCountsAsNothingButAFailedCall() {
    assertThat(quantities(event(lines("shape-variants-authored.jsonl").get(2))))
        .isEqualTo(Map.of("failed_requests", "1"));
  }

  @Test
  void countsThatAreAbsentStayAbsent() {
    assertThat(quantities(event(Records.of("m", "{}")))).isEqualTo(Map.of("requests", "1"));
  }

  @Test
  void theDocumentedExampleIsReadWithItsMetadataAsTags() {
    UsageEvent event = event(lines("aws-docs-example.json").getFirst());

    assertThat(event.tags().values())
        .isEqualTo(Map.of("team", "orchestrator", "environment", "production"));
  }

  @Test
  void fieldsNobodyHasSeenYetAreIgnoredAndCounted() {
    String line =
        sample("r-1")
            .replace("\"region\"", "\"serviceTier\":{\"a\":[1]},\"trace\":null,\"region\"")
            .replace("\"inputTokenCount\"", "\"inputAudioSeconds\":1.5,\"inputTokenCount\"");

    assertThat(read(line).ignored()).isEqualTo(3);
    assertThat(event(line)).isEqualTo(event(sample("r-1")));
  }

  @Test
  void metadataThatDoesNotFitIsNoReasonToLoseTheUsage() {
    String line =
        sample("r-1")
            .replace(
                "\"region\"",
                "\"requestMetadata\":{\"long\":\"%s\",\"n\":7,\"o\":{}},\"region\""
                    .formatted("x".repeat(300)));

    assertThat(event(line).tags().values()).isEqualTo(Map.of("n", "7"));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"identity\":{\"arn\":\"arn:aws:sts::123456789012:assumed-role/Admin/alice\"},', '', identity.arn, missing",
    "'\"requestId\":\"r-1\",', '', requestId, missing",
    "'\"accountId\":\"123456789012\",', '', accountId, missing",
    "'\"region\":\"us-east-1\",', '', region, missing",
    "'\"timestamp\":\"2024-05-25T08:00:00Z\",', '', timestamp, missing",
    "'08:00:00Z', '08:00:00', timestamp, invalid-time",
    "'\"inputTokenCount\":1000', '\"inputTokenCount\":-5', input.inputTokenCount, negative-quantity",
    "'\"inputTokenCount\":1000', '\"inputTokenCount\":\"x\"', input.inputTokenCount, wrong-type",
    "'\"outputTokenCount\":500', '\"outputTokenCount\":1e99', output.outputTokenCount, quantity-out-of-range",
    "'\"requestId\":\"r-1\"', '\"requestId\":7', requestId, wrong-type",
  })
  void aRecordThatLacksSomethingIsRefusedByTheNameOfTheField(
      String good, String bad, String field, String code) {
    String line = sample("r-1").replace(good, bad);

    assertThat(line).isNotEqualTo(sample("r-1"));
    assertThatThrownBy(() -> event(line))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            e -> {
              assertThat(e.field()).isEqualTo(field);
              assertThat(e.code()).isEqualTo(code);
            });
  }

  @Test
  void aLineThatIsNoRecordIsRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> read("secret prompt")).hasMessageNotContaining("secret");
    assertThatThrownBy(() -> read("[1]")).hasMessage("A record is a JSON object.");
    assertThatThrownBy(() -> read("{} {}")).hasMessage("The line is not one JSON value.");
  }

  static Map<String, String> quantities(UsageEvent event) {
    return event.quantities().numbers().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> plain(e.getValue())));
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString();
  }
}
