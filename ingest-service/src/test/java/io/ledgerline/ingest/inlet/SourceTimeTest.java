package io.ledgerline.ingest.inlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTimeTest {
  @Test
  void anyOffsetIsReadAndWhatIsFinerThanMicrosecondsIsCutOff() {
    assertThat(SourceTime.parse("time", "2023-11-16T19:15:46.123456789+01:00"))
        .isEqualTo(Instant.parse("2023-11-16T18:15:46.123456Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-11-16T18:15:46",
        "2023-11-16",
        "2023-02-30T00:00:00Z",
        "2023-11-16T18:15:46[Europe/Berlin]",
        "1700158546",
        "secret"
      })
  void whatHasNoZoneOrIsNoTimeIsRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> SourceTime.parse("time", text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageNotContaining(text)
        .hasMessageContaining("RFC 3339");
  }
}
