package io.ledgerline.ingest.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.Explained;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
  private static final String GOOD =
      """
      {"source":"s","id":"1","time":"2023-11-16T18:15:46Z","sourceAccount":"a",
       "quantities":{"input_tokens":10}}""";

  /** One for all tests: what was read before must make no difference. */
  private static final Vocabulary VOCABULARY = new Vocabulary();

  private static ParsedCall read(String body) throws JsonProcessingException {
    return BodyReader.read(body.getBytes(StandardCharsets.UTF_8), VOCABULARY);
  }

  @Test
  void oneObjectIsASingleEvent() throws Exception {
    ParsedCall call = read(GOOD);

    assertThat(call.single()).isTrue();
    assertThat(call.events().getFirst().event().time())
        .isEqualTo(Instant.parse("2023-11-16T18:15:46Z"));
  }

  @Test
  void anArrayAndAnObjectWithEventsAreBatchesOfAnySize() throws Exception {
    assertThat(read("[" + GOOD + "]").single()).isFalse();
    assertThat(read("{\"events\":[" + GOOD + "," + GOOD + "]}").events()).hasSize(2);
  }

  @Test
  void quantitiesAreExactWhetherNumberOrText() throws Exception {
    ParsedCall call =
        read(
            GOOD.replace(
                "{\"input_tokens\":10}",
                "{\"a\":0.1,\"b\":\"0.100\",\"c\":1e3,\"d\":123456789012345678.123456789}"));

    var quantities = call.events().getFirst().event().quantities();
    assertThat(quantities.of(new MeterName("a"))).isEqualTo(quantities.of(new MeterName("b")));
    assertThat(quantities.of(new MeterName("c")).value()).isEqualTo(new BigDecimal("1000"));
    assertThat(quantities.of(new MeterName("d")).value())
        .isEqualTo(new BigDecimal("123456789012345678.123456789"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"input_tokens\":10 | \"input_tokens\":-1 | quantities.input_tokens | negative-quantity",
        "\"input_tokens\":10 | \"input_tokens\":1e400 | quantities.input_tokens | quantity-out-of-range",
        "\"input_tokens\":10 | \"input_tokens\":1e9999999999 | quantities.input_tokens | quantity-out-of-range",
        "\"input_tokens\":10 | \"input_tokens\":1234567890123456789012345678901234567890 | quantities.input_tokens | quantity-out-of-range",
        "\"input_tokens\":10 | \"input_tokens\":\"NaN\" | quantities.input_tokens | wrong-type",
        "\"input_tokens\":10 | \"input_tokens\":true | quantities.input_tokens | wrong-type",
        "\"input_tokens\":10 | \"input_tokens\":null | quantities.input_tokens | wrong-type",
        "\"input_tokens\":10 | \"input_tokens\":[1] | quantities.input_tokens | wrong-type",
        "\"input_tokens\":10 | \"Input\":1 | quantities.Input | invalid-meter",
        "{\"input_tokens\":10} | {} | quantities | missing",
        "{\"input_tokens\":10} | 7 | quantities | wrong-type",
        "\"id\":\"1\" | \"id\":1 | id | wrong-type",
        "\"id\":\"1\" | \"id\":\" \" | id | missing",
        "\"id\":\"1\" | \"x\":1 | id | missing",
        "\"id\":\"1\" | \"id\":\"1\",\"id\":\"2\" | id | repeated-field",
        "\"source\":\"s\" | \"source\":null | source | missing",
        "\"sourceAccount\":\"a\" | \"y\":1 | sourceAccount | missing",
        "\"sourceAccount\":\"a\" | \"sourceAccount\":\"a\\u0000b\" | sourceAccount | control-character",
        "2023-11-16T18:15:46Z | 2023-11-16T18:15:46 | time | invalid-time",
        "2023-11-16T18:15:46Z | yesterday | time | invalid-time",
        "\"2023-11-16T18:15:46Z\" | 1700158546 | time | wrong-type",
        "\"id\":\"1\" | \"id\":\"1\",\"tags\":{\"team\":1} | tags.team | wrong-type",
        "\"id\":\"1\" | \"id\":\"1\",\"tags\":[] | tags | wrong-type",
        "\"id\":\"1\" | \"id\":\"1\",\"priceClass\":{\"Bad Name\":\"x\"} | priceClass | invalid-price-class",
      })
  void aBadFieldIsNamedAndItsNeighboursStand(String good, String bad, String field, String code)
      throws Exception {
    List<ParsedEvent> events =
        read("[" + GOOD + "," + GOOD.replace(good, bad) + "," + GOOD + "]").events();

    assertThat(events.get(0).event()).isNotNull();
    assertThat(events.get(1).event()).isNull();
    assertThat(events.get(1).fault().field()).isEqualTo(field);
    assertThat(events.get(1).fault().code()).isEqualTo(code);
    assertThat(events.get(2).event()).isNotNull();
  }

  @Test
  void anElementThatIsNoObjectIsRefusedByItself() throws Exception {
    assertThat(read("[1," + GOOD + ",null,[[]]]").events())
        .extracting(e -> e.fault() == null ? "good" : e.fault().code())
        .containsExactly("wrong-type", "good", "wrong-type", "wrong-type");
  }

  @Test
  void aNumberOfAMillionDigitsIsRefusedAtNoCost() throws Exception {
    String body = GOOD.replace("10}", "9".repeat(1_000_000) + "}");

    assertThat(read(body).events().getFirst().fault().code()).isEqualTo("quantity-out-of-range");
  }

  @Test
  void unknownFieldsAreIgnoredAndCounted() throws Exception {
    ParsedCall call = read(GOOD.replace("\"id\"", "\"new\":{\"a\":[1,2]},\"other\":1,\"id\""));

    assertThat(call.unknownFields()).isEqualTo(2);
    assertThat(call.events().getFirst().event()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "[NaN]", "[{\"quantities\":{\"a\":NaN}}]", "[1,]", "{\"a\":1} x", "'a'"})
  void whatIsNoJsonFailsAsAWhole(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void callsWithoutAnEventAreRefused() {
    assertCode("[]", ErrorCode.EMPTY_BATCH);
    assertCode("{\"events\":[]}", ErrorCode.EMPTY_BATCH);
    assertCode("", ErrorCode.MALFORMED_JSON);
    assertCode("7", ErrorCode.INVALID_REQUEST);
    assertCode("{\"events\":7}", ErrorCode.INVALID_REQUEST);
    assertCode(GOOD + GOOD, ErrorCode.MALFORMED_JSON);
  }

  @Test
  void moreThanTenThousandEventsAreTooMany() {
    assertCode("[" + "{},".repeat(10_000) + "{}]", ErrorCode.TOO_MANY_EVENTS);
  }

  private static void assertCode(String body, ErrorCode code) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(Explained.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
