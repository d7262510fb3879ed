package io.ledgerline.report.reconciliation.hourly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
  @ParameterizedTest
  @CsvSource({
    "-999999999-01-01T00:00:00Z, -999999999-01-01T01:00:00Z",
    "+999999999-01-01T00:00:00Z, +999999999-01-01T01:00:00Z",
    "-0001-01-01T00:00:00Z, 2026-01-01T00:00:00Z"
  })
  void yearsThatNoCalendarOfOursHasAreRefused(String from, String to) {
    assertThatThrownBy(
            () ->
                new Span(
                    OffsetDateTime.parse(from).toInstant(), OffsetDateTime.parse(to).toInstant()))
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.code()).isEqualTo("out-of-range"));
  }

  @Test
  void anHourIsASpan() {
    Instant hour = Instant.parse("2026-01-31T00:00:00Z");
    assertThat(new Span(hour, hour.plusSeconds(3600)).from()).isEqualTo(hour);
  }
}
