package io.ledgerline.report.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExchangeRatesTest {
  private static final Instant KNOWN = Instant.parse("2026-06-01T00:00:00Z");
  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency EUR = Currency.getInstance("EUR");

  private static Entry<CurrencyPair, ExchangeRate> rate(
      String from, String to, String rate, Validity validity, Instant known) {
    return new Entry<>(
        UUID.randomUUID(),
        CurrencyPair.of(from, to),
        new ExchangeRate(new BigDecimal(rate)),
        validity,
        known,
        new Provenance("test", "test"));
  }

  @Test
  void aRateIsFoundForItsDayAndNoOtherAndNeverTurnedRound() {
    Entry<CurrencyPair, ExchangeRate> day =
        rate("USD", "EUR", "0.92150", RateValidity.day(LocalDate.parse("2026-01-31")), KNOWN);
    ExchangeRates rates = new ExchangeRates(new Register<>(KNOWN, List.of(day)));
    var found = rates.find(USD, EUR, Instant.parse("2026-01-31T23:45:00Z")).orElseThrow();
    assertThat(found.rate()).isEqualTo(new BigDecimal("0.9215"));
    assertThat(found.id()).isEqualTo(day.id());
    assertThat(rates.find(USD, EUR, Instant.parse("2026-02-01T00:00:00Z"))).isEmpty();
    assertThat(rates.find(EUR, USD, Instant.parse("2026-01-31T12:00:00Z"))).isEmpty();
    assertThat(rates.changes())
        .containsExactlyInAnyOrder(
            Instant.parse("2026-01-31T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));
  }

  @Test
  void aCurrencyIsWorthItselfByNoEntry() {
    ExchangeRates none = new ExchangeRates(new Register<>(KNOWN, List.of()));
    var same = none.find(EUR, EUR, KNOWN).orElseThrow();
    assertThat(same.rate()).isEqualTo(BigDecimal.ONE);
    assertThat(same.id()).isNull();
  }

  @Test
  void aDaysRateThatIsLearntLaterGoesBeforeItsMonths() {
    Validity month = RateValidity.month(YearMonth.parse("2026-02"));
    assertThat(month)
        .isEqualTo(
            new Validity(
                Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z")));
    ExchangeRates rates =
        new ExchangeRates(
            new Register<>(
                KNOWN,
                List.of(
                    rate("USD", "EUR", "0.9", month, KNOWN.minusSeconds(9)),
                    rate(
                        "USD",
                        "EUR",
                        "0.8",
                        RateValidity.day(LocalDate.parse("2026-02-14")),
                        KNOWN))));
    assertThat(rates.find(USD, EUR, Instant.parse("2026-02-13T12:00:00Z")).orElseThrow().rate())
        .isEqualByComparingTo("0.9");
    assertThat(rates.find(USD, EUR, Instant.parse("2026-02-14T12:00:00Z")).orElseThrow().rate())
        .isEqualByComparingTo("0.8");
  }

  @Test
  void whatIsNoCurrencyNoPairNoRateOrNoTimeIsRefused() {
    refused("unknown-currency", () -> CurrencyPair.of("USD", "EURO"));
    refused("unknown-currency", () -> CurrencyPair.of("usd", "EUR"));
    refused("unknown-currency", () -> CurrencyPair.of("XXX", "EUR"));
    refused("missing", () -> CurrencyPair.of(null, "EUR"));
    refused("same-currency", () -> CurrencyPair.of("EUR", "EUR"));
    refused("not-positive", () -> new ExchangeRate(BigDecimal.ZERO));
    refused("out-of-range", () -> new ExchangeRate(new BigDecimal("1e999999999")));
    refused("out-of-range", () -> new ExchangeRate(new BigDecimal("1e-25")));
    refused("unclear-validity", () -> RateValidity.of(null, null, null, null));
    refused("unclear-validity", () -> RateValidity.of("2026-01-31", "2026-01", null, null));
    refused("unclear-validity", () -> RateValidity.of("2026-01-31", null, null, KNOWN));
    refused("not-a-date", () -> RateValidity.of("31.1.2026", null, null, null));
    assertThat(new ExchangeRate(new BigDecimal("1.000000000000000000000001")).rate().scale())
        .isEqualTo(24);
  }

  private static void refused(String code, Runnable stated) {
    assertThatThrownBy(stated::run)
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
