package io.ledgerline.report.rating.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.platform.json.JsonSettings;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewBodyTest {
  private static PreviewBody read(String json) throws IOException {
    return JsonSettings.newMapper().readValue(json, PreviewBody.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prices", "discounts", "contractPrices", "markups", "exchangeRates"})
  void nullAmongWhatIsTriedOutIsNamedByItsPlace(String field) throws IOException {
    PreviewBody body = read("{\"" + field + "\": [null]}");
    assertThatThrownBy(body::whatIf)
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(field + "[0]"));
  }

  @Test
  void nothingTriedOutIsNothing() throws IOException {
    assertThat(read("{}").prices()).isEmpty();
  }
}
