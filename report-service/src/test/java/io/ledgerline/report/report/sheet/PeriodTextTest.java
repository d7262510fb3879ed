package io.ledgerline.report.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.Period;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-01T00:00Z | 2026-02-02T00:00Z | UTC | 1 February 2026 (UTC)",
        "2026-02-01T00:00Z | 2026-03-01T00:00Z | UTC | February 2026 (UTC)",
        "2026-03-28T00:00+01:00 | 2026-03-31T00:00+02:00 | Europe/Berlin | 28 March 2026 to 30 March 2026 (Europe/Berlin)",
        "2026-02-01T02:30Z | 2026-02-02T02:30Z | UTC | 1 February 2026 02:30 until 2 February 2026 02:30 (UTC)"
      })
  void aPeriodIsSaidInWords(OffsetDateTime from, OffsetDateTime to, String zone, String said) {
    assertThat(PeriodText.of(new Period(from.toInstant(), to.toInstant(), ZoneId.of(zone))))
        .isEqualTo(said);
  }
}
