package io.ledgerline.ingest.inlet.dynamoguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.inlet.feed.FeedFields;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamoGuardFeedTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static UsageEvent event(String json) {
    try {
      return new DynamoGuardFeed().event(new FeedFields(JSON.readTree(json)));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aChatIsOneRequestWithItsTokensOnceWhateverThePolicies() {
    UsageEvent chat =
        event(
            """
            {"time":"2024-11-07T12:00:00Z","endpoint":"chat","requestId":"r-1","modelId":"m",
             "user":"alice","apiKeyId":"key-7","policyIds":["a","b","c","d","e"],
             "inputTokens":20,"outputTokens":30,"finalAction":"NONE"}""");
    assertThat(chat.quantities().of(MeterName.REQUESTS)).isEqualTo(Quantity.ONE);
    assertThat(chat.quantities().of(MeterName.INPUT_TOKENS)).isEqualTo(Quantity.of(20));
    assertThat(chat.quantities().of(MeterName.OUTPUT_TOKENS)).isEqualTo(Quantity.of(30));
    assertThat(chat.time()).isEqualTo(Instant.parse("2024-11-07T12:00:00Z"));
    assertThat(chat.service().operation()).isEqualTo("chat");
    assertThat(chat.service().model()).isEqualTo("m");
    assertThat(chat.origin().principal()).isEqualTo("alice");
    assertThat(chat.attributes().values())
        .containsEntry("policies", "5")
        .containsEntry("final_action", "NONE")
        .containsEntry("api_key_id", "key-7");
  }

  @Test
  void aCallWithoutAUserIsOfItsApiKey() {
    UsageEvent analyze =
        event(
            "{\"endpoint\":\"ANALYZE\",\"request_id\":5,\"api_key_id\":\"k\",\"input_tokens\":1}");
    assertThat(analyze.origin().principal()).isEqualTo("k");
    assertThat(analyze.identity().id()).isEqualTo("5");
    assertThat(analyze.service().operation()).isEqualTo("analyze");
    assertThat(analyze.attributes().values()).isEmpty();
  }

  @Test
  void anEnvironmentIsASourceAndAnAccountOfItsOwn() {
    UsageEvent one =
        event(
            "{\"endpoint\":\"chat\",\"requestId\":\"1\",\"environment\":\"eu\",\"outputTokens\":1}");
    assertThat(one.identity().source().value()).isEqualTo("dynamoguard:eu");
    assertThat(one.origin().sourceAccount()).isEqualTo("eu");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'endpoint':'chat','inputTokens':1}|requestId",
        "{'endpoint':'embed','requestId':'1','inputTokens':1}|endpoint",
        "{'requestId':'1','inputTokens':1}|endpoint",
        "{'endpoint':'chat','requestId':'1'}|inputTokens",
        "{'endpoint':'chat','requestId':'1','inputTokens':-1}|inputTokens",
        "{'endpoint':'chat','requestId':'1','inputTokens':1,'time':'2024-11-07'}|time",
        "{'endpoint':'chat','requestId':'1','inputTokens':1,'policies':'five'}|policies"
      })
  void whatIsMissingOrWrongIsNamedAsItWasSent(String json, String field) {
    InvalidValueException fault =
        catchThrowableOfType(InvalidValueException.class, () -> event(json.replace('\'', '"')));
    assertThat(fault.field()).isEqualTo(field);
  }
}
