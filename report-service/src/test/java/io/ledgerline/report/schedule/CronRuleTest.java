package io.ledgerline.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronRuleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 2 * * *   | 2023-11-17T02:29 | 2023-11-17T02:30",
        "30 2 * * *   | 2023-11-17T02:30 | 2023-11-18T02:30",
        "0 0 29 2 *   | 2023-03-01T00:00 | 2024-02-29T00:00",
        "*/15 9 * * 1 | 2023-11-17T00:00 | 2023-11-20T09:00",
        "0 0 * * 7    | 2023-11-17T00:00 | 2023-11-19T00:00",
        "0 0 * * 0    | 2023-11-17T00:00 | 2023-11-19T00:00",
        "59 23 31 12 *| 2023-11-17T00:00 | 2023-12-31T23:59"
      })
  void theNextTimeIsTheFirstThatMatches(String cron, String after, String next) {
    assertThat(new CronRule(cron).after(LocalDateTime.parse(after)))
        .contains(LocalDateTime.parse(next));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "* * * *",
        "* * * * * *",
        "60 * * * *",
        "* 24 * * *",
        "0 0 0 * *",
        "0 0 * 13 *",
        "-1 * * * *",
        "@daily; rm",
        "0 0 32 1 *"
      })
  void whatIsNotCronIsRefused(String cron) {
    assertThatThrownBy(() -> new CronRule(cron))
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("cron"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 31 2 *", "0 0 30 2 *", "0 0 31 4 *"})
  void aRuleThatNeverComesIsRefused(String cron) {
    assertThatThrownBy(() -> new CronRule(cron)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void anEndlessTextIsRefused() {
    assertThatThrownBy(() -> new CronRule("1,".repeat(500) + "1 * * * *"))
        .isInstanceOf(InvalidValueException.class);
  }
}
