package io.ledgerline.report.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.store.JsonColumns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodSpecTest {
  @Test
  void whatIsStoredIsReadBackTheSame() {
    PeriodSpec day = new PeriodSpec.Day(LocalDate.parse("2024-05-25"), ZoneId.of("Asia/Kolkata"));
    PeriodSpec rolling =
        new PeriodSpec.Rolling24Hours(Instant.parse("2024-05-25T02:30:00.5Z"), ZoneId.of("UTC"));
    assertThat(JsonColumns.write(day))
        .isEqualTo("{\"type\":\"day\",\"day\":\"2024-05-25\",\"zone\":\"Asia/Kolkata\"}");
    assertThat(JsonColumns.read(JsonColumns.write(day), PeriodSpec.class)).isEqualTo(day);
    assertThat(JsonColumns.read(JsonColumns.write(rolling), PeriodSpec.class)).isEqualTo(rolling);
    PeriodSpec month = new PeriodSpec.Month(YearMonth.parse("2024-05"), ZoneId.of("UTC"));
    PeriodSpec range =
        new PeriodSpec.Range(
            Instant.parse("2024-05-25T00:00:00Z"),
            Instant.parse("2024-06-02T12:00:00Z"),
            ZoneId.of("Europe/Berlin"));
    assertThat(JsonColumns.write(month))
        .isEqualTo("{\"type\":\"month\",\"month\":\"2024-05\",\"zone\":\"UTC\"}");
    assertThat(JsonColumns.read(JsonColumns.write(month), PeriodSpec.class)).isEqualTo(month);
    assertThat(JsonColumns.read(JsonColumns.write(range), PeriodSpec.class)).isEqualTo(range);
  }
}
