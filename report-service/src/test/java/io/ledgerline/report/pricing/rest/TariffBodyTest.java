package io.ledgerline.report.pricing.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ledgerline.contracts.InvalidValueException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TariffBodyTest {
  private static final List<BandBody> BANDS = List.of(new BandBody(null, null, BigDecimal.ONE));
  private static final AccumulationBody OVER = new AccumulationBody("tenant", "month", "UTC");

  private static TariffBody body(
      String type, BigDecimal rate, BigDecimal size, List<BandBody> bands, AccumulationBody over) {
    return new TariffBody(type, rate, size, bands, over, null, "token", "USD");
  }

  private static void refused(String field, TariffBody body) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(body::tariff)
        .satisfies(e -> assertThat(e.field()).isEqualTo(field))
        .satisfies(e -> assertThat(e.code()).isEqualTo("unexpected-field"));
  }

  @Test
  void whatTheTypeOfRateHasNoUseForIsRefusedInsteadOfPassedOver() {
    refused("bands", body(null, BigDecimal.ONE, null, BANDS, null));
    refused("bands", body(null, null, null, BANDS, null));
    refused("size", body("flat", BigDecimal.ONE, BigDecimal.TEN, null, null));
    refused("over", body("flat", BigDecimal.ONE, null, null, OVER));
    refused("over", body("request-size", null, null, BANDS, OVER));
    refused("rate", body("volume", BigDecimal.ONE, null, BANDS, OVER));
    refused("bands", body("package", BigDecimal.ONE, BigDecimal.TEN, BANDS, OVER));
  }

  @Test
  void whatIsShownCanBeEnteredAgain() {
    for (TariffBody body :
        List.of(
            body("flat", BigDecimal.ONE, null, null, null),
            body("package", BigDecimal.ONE, BigDecimal.TEN, null, OVER),
            body("graduated", null, null, BANDS, OVER),
            body("volume", null, null, BANDS, OVER),
            body("request-size", null, null, BANDS, null))) {
      assertThat(TariffBody.of(body.tariff()).tariff()).isEqualTo(body.tariff());
    }
  }
}
