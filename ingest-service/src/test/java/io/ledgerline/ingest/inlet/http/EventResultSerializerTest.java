package io.ledgerline.ingest.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.platform.json.JsonSettings;
import org.junit.jupiter.api.Test;

class EventResultSerializerTest {
  private static final ObjectMapper JSON = JsonSettings.newMapper();

  @Test
  void aResultIsWrittenWithItsFieldsInOrder() throws JsonProcessingException {
    assertThat(JSON.writeValueAsString(new EventResult(7, "gate\"way", "r-ü", "recorded", null)))
        .isEqualTo(
            "{\"index\":7,\"source\":\"gate\\\"way\",\"id\":\"r-ü\",\"status\":\"recorded\"}");
  }

  @Test
  void whatIsNotThereIsLeftOutAndAReasonIsWrittenInFull() throws JsonProcessingException {
    EventResult result =
        new EventResult(0, null, null, "rejected", new Reason("missing", "id", "'id' is missing."));

    assertThat(JSON.writeValueAsString(result))
        .isEqualTo(
            "{\"index\":0,\"status\":\"rejected\",\"reason\":"
                + "{\"code\":\"missing\",\"field\":\"id\",\"detail\":\"'id' is missing.\"}}");
  }
}
