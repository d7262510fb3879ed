package io.ledgerline.ingest.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Origin;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.ServiceUse;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.inlet.feed.Feed;
import io.ledgerline.ingest.inlet.feed.FeedFields;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.Explained;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDoorTest {
  private static final Feed FEED = new Sample();

  private static ParsedCall read(String body) throws JsonProcessingException {
    return FeedDoor.read(FEED, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void oneAnArrayAndAnObjectWithEventsAreTaken() throws Exception {
    assertThat(read("{\"key\":\"1\",\"used\":2}").single()).isTrue();
    assertThat(read("[{\"key\":\"1\",\"used\":2}]").single()).isFalse();
    assertThat(read("{\"events\":[{\"key\":\"1\",\"used\":2},{}]}").events()).hasSize(2);
  }

  @Test
  void aBadEventIsNamedByItsIdAndDoesItsNeighboursNoHarm() throws Exception {
    ParsedCall call = read("[{\"key\":1,\"used\":\"0.50\"},{\"key\":\"x\",\"used\":true},7]");
    assertThat(call.events().get(0).event().identity().id()).isEqualTo("1");
    assertThat(call.events().get(0).event().quantities().numbers().toString()).contains("0.5");
    assertThat(call.events().get(1).id()).isEqualTo("x");
    assertThat(call.events().get(1).fault().code()).isEqualTo("wrong-type");
    assertThat(call.events().get(1).fault().field()).isEqualTo("used");
    assertThat(call.events().get(2).fault().code()).isEqualTo("wrong-type");
  }

  @Test
  void fieldsThatNobodyAskedForAreCounted() throws Exception {
    assertThat(
            read("{\"key\":\"1\",\"used\":2,\"messages\":[],\"colour\":\"red\"}").unknownFields())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"[], EMPTY_BATCH", "7, INVALID_REQUEST", "'', MALFORMED_JSON"})
  void aBodyWithoutEventsFailsAsAWhole(String body, ErrorCode code) {
    assertThatThrownBy(() -> read(body))
        .satisfies(e -> assertThat(((Explained) e).code()).isEqualTo(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[{}] x"})
  void whatIsNoJsonFailsAsAWhole(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(JsonProcessingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "\"1e999999999\"", "\"0x10\"", "-1", "\"NaN\""})
  void aNumberOutOfRangeIsRefusedWithItsEvent(String number) throws Exception {
    assertThat(read("{\"key\":\"1\",\"used\":" + number + "}").events().getFirst().fault())
        .isNotNull();
  }

  private static final class Sample implements Feed {
    @Override
    public String name() {
      return "sample";
    }

    @Override
    public List<String> idNames() {
      return List.of("key");
    }

    @Override
    public UsageEvent event(FeedFields fields) {
      return new UsageEvent(
          new EventIdentity(
              new SourceName("sample"), Texts.required("key", fields.text("key"), Texts.MAX_NAME)),
          null,
          new Origin("sample", null, null, null),
          ServiceUse.NONE,
          PriceClass.NONE,
          Quantities.of(Map.of(MeterName.INPUT_TOKENS, fields.quantity("used"))),
          Labels.NONE,
          Labels.NONE);
    }
  }
}
