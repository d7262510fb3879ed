package io.ledgerline.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234567.895 | 1,234,567.90",
        "0.00000123456 | 0.00000123",
        "0 | 0.00",
        "-3 | -3.00"
      })
  void moneyHasItsCentsAndIsNeverASilentZero(BigDecimal amount, String said) {
    assertThat(Words.money(amount)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1000 | 1,000", "1E+3 | 1,000", "0.5 | 0.5", "1.23456 | 1.23"})
  void numbersHaveTheirThousandsApart(BigDecimal number, String said) {
    assertThat(Words.number(number)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"999 | 999 bytes", "1000 | 1.0 kB", "1014474 | 1.0 MB"})
  void sizesHaveTheirUnit(long bytes, String said) {
    assertThat(Words.size(bytes)).isEqualTo(said);
  }
}
