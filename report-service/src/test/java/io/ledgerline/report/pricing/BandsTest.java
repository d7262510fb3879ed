package io.ledgerline.report.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandsTest {
  private static final Bands TABLE =
      new Bands(List.of(band("0", "10", "3"), band("10", "20", "2"), band("20", null, "1")));

  @ParameterizedTest
  @CsvSource({"-5,3", "0,3", "10,3", "10.000001,2", "20,2", "21,1", "1000000,1"})
  void aQuantityLiesInTheBandThatItHasReachedItsLimitIncluded(String quantity, String price) {
    assertThat(TABLE.of(new BigDecimal(quantity)).price()).isEqualByComparingTo(price);
  }

  @Test
  void gapsOverlapsAndClosedEndsAreRefused() {
    refused(List.of());
    refused(List.of(band("1", null, "1")));
    refused(List.of(band("0", "10", "1")));
    refused(List.of(band("0", "10", "1"), band("11", null, "1")));
    refused(List.of(band("0", "10", "1"), band("9", null, "1")));
    refused(List.of(band("0", null, "1"), band("9", null, "1")));
    refused(List.of(band("0", "0", "1"), band("0", null, "1")));
  }

  private static void refused(List<Band> bands) {
    assertThatThrownBy(() -> new Bands(bands))
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.code()).isEqualTo("invalid-bands"));
  }

  private static Band band(String from, String to, String price) {
    return new Band(
        new BigDecimal(from), to == null ? null : new BigDecimal(to), new BigDecimal(price));
  }

  @Test
  void sumsStartAnewWhereAQuarterHourOfUsageBegins() {
    for (String zone : List.of("UTC", "Europe/Berlin", "Asia/Kathmandu", "+05:45", "Z")) {
      assertThat(monthly(zone).zone()).isEqualTo(ZoneId.of(zone));
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> monthly("+01:07"))
        .satisfies(e -> assertThat(e.code()).isEqualTo("unknown-zone"));
  }

  private static Accumulation monthly(String zone) {
    return new Accumulation(Accumulation.Scope.TENANT, Accumulation.Reset.MONTH, ZoneId.of(zone));
  }
}
