package io.ledgerline.ingest.ledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLineWriterTest {
  private static String quantities(List<String> meters, String values) {
    StringBuilder line = new StringBuilder();
    EventLineWriter.quantities(line, meters, values);
    return line.toString();
  }

  @Test
  void eachMeterHasItsValue() {
    assertThat(quantities(List.of("\"images\"", "\"requests\""), "12,0.5"))
        .isEqualTo("\"images\":12,\"requests\":0.5");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "10, 10", "1.50, 1.5", "007, 7", "-3, -3", "1E+3, 1000"})
  void numbersArePlainAndInNormalForm(String stored, String written) {
    assertThat(quantities(List.of("\"m\""), stored)).isEqualTo("\"m\":" + written);
  }

  @Test
  void aRowWithMoreValuesThanMetersIsNotTold() {
    assertThatThrownBy(() -> quantities(List.of("\"m\""), "1,2"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2 quantities for 1 meters");
  }
}
