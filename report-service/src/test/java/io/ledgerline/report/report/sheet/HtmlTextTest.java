package io.ledgerline.report.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "-1234 | -1,234",
        "0.0000000123456789 | 0.0000000123457",
        "12.5931047 | 12.593105",
        "12.50 | 12.50",
        "125641.545208333 | 125,641.55",
        "1259227825397.744780549 | 1,259,227,825,398",
        "-0.5 | -0.5"
      })
  void aNumberOfATableIsReadable(BigDecimal number, String shown) {
    assertThat(HtmlText.cell(number)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "17.2699 | 17.27",
        "1234567.891 | 1,234,567.89",
        "0 | 0.00",
        "0.00001234 | 0.0000123"
      })
  void moneyHasItsCentsAndIsNeverASilentZero(BigDecimal amount, String shown) {
    assertThat(HtmlText.money(amount)).isEqualTo(shown);
  }
}
