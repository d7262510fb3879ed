package io.ledgerline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class LogDeliveryTest {
  private final List<LogObject> objects = deliver("delivery-1/");

  private static List<LogObject> deliver(String prefix) {
    try {
      return new LogDelivery("bedrock-logs", prefix).objectsOf(Trace.read());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everyRequestIsInExactlyOneObject() {
    Set<String> ids = new HashSet<>();
    for (LogObject object : of(LogObject.Kind.RECORDS)) {
      records(object).forEach(record -> ids.add(record.path("requestId").asText()));
    }

    assertThat(ids).hasSize(8_819);
  }

  @Test
  void keysHaveTheLayoutOfAws() {
    assertThat(of(LogObject.Kind.RECORDS))
        .allSatisfy(
            object ->
                assertThat(object.key())
                    .matches(
                        "delivery-1/AWSLogs/\\d{12}/BedrockModelInvocationLogs/us-(east-1|west-2)"
                            + "/2023/11/16/1[89]/20231116T\\d{9}Z_[0-9a-f]{16}\\.json\\.gz"));
  }

  @Test
  void anObjectHoldsRecordsOfItsAccountRegionAndHourOnly() {
    for (LogObject object : of(LogObject.Kind.RECORDS)) {
      for (JsonNode record : records(object)) {
        String hour = record.path("timestamp").asText().substring(0, 13).replaceAll("[-T]", "/");
        assertThat(object.key())
            .contains("/" + record.path("accountId").asText() + "/")
            .contains("/" + record.path("region").asText() + "/" + hour + "/");
      }
    }
  }

  @Test
  void theLongestRequestNamesTheBodyObjectThatIsThere() {
    LogObject body = of(LogObject.Kind.BODY).getFirst();
    List<JsonNode> pointing =
        of(LogObject.Kind.RECORDS).stream()
            .flatMap(object -> records(object).stream())
            .filter(record -> record.path("input").has("inputBodyS3Path"))
            .toList();

    assertThat(pointing).hasSize(1);
    JsonNode input = pointing.getFirst().path("input");
    assertThat(input.path("inputBodyS3Path").asText()).isEqualTo("s3://bedrock-logs/" + body.key());
    assertThat(input.path("inputTokenCount").asInt()).isEqualTo(7437);
    assertThat(body.key()).contains("/data/");
  }

  @Test
  void eachAccountHasTheEmptyPermissionCheck() {
    assertThat(of(LogObject.Kind.PERMISSION_CHECK))
        .hasSize(3)
        .allSatisfy(
            marker -> {
              assertThat(marker.bytes()).isEmpty();
              assertThat(marker.key()).endsWith("/amazon-bedrock-logs-permission-check");
            });
  }

  @Test
  void aSecondDeliveryHasTheSameRequestsUnderOtherNames() {
    List<LogObject> again = deliver("delivery-2/");

    assertThat(keys(again)).doesNotContainAnyElementsOf(keys(objects)).hasSameSizeAs(objects);
    assertThat(ids(again)).isEqualTo(ids(objects));
  }

  private List<LogObject> of(LogObject.Kind kind) {
    return objects.stream().filter(object -> object.kind() == kind).toList();
  }

  private static Set<String> keys(List<LogObject> some) {
    return some.stream().map(LogObject::key).collect(Collectors.toSet());
  }

  private static Set<String> ids(List<LogObject> some) {
    return some.stream()
        .filter(object -> object.kind() == LogObject.Kind.RECORDS)
        .flatMap(object -> records(object).stream())
        .map(record -> record.path("requestId").asText())
        .collect(Collectors.toSet());
  }

  private static List<JsonNode> records(LogObject object) {
    try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(object.bytes()))) {
      JsonMapper json = new JsonMapper();
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(
              line -> {
                try {
                  return json.readTree(line);
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              })
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
