package io.ledgerline.report.currency.store;

import io.ledgerline.report.book.store.BookKind;
import io.ledgerline.report.currency.CurrencyPair;
import io.ledgerline.report.currency.ExchangeRate;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Kind {@code exchange-rate}. */
@RegisterForReflection(targets = {CurrencyPair.class, ExchangeRate.class})
public final class ExchangeRateKind implements BookKind<CurrencyPair, ExchangeRate> {
  /** The one there is. */
  public static final ExchangeRateKind KIND = new ExchangeRateKind();

  private ExchangeRateKind() {}

  @Override
  public String name() {
    return "exchange-rate";
  }

  @Override
  public Class<CurrencyPair> keyType() {
    return CurrencyPair.class;
  }

  @Override
  public Class<ExchangeRate> valueType() {
    return ExchangeRate.class;
  }

  @Override
  public String canonical(CurrencyPair key) {
    return key.from().getCurrencyCode() + " " + key.to().getCurrencyCode();
  }
}
