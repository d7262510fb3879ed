package io.ledgerline.report.currency;

import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.rating.ExchangeLookup;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The exchange rates of one tenant as they were known at one instant. Only what was entered counts:
 * no rate is ever turned round or made of two others. Immutable and safe for any thread.
 */
public final class ExchangeRates implements ExchangeLookup {
  private static final Exchange ITSELF = new Exchange(null, BigDecimal.ONE);

  private final Register<CurrencyPair, ExchangeRate> register;
  private final Set<Instant> changes;

  /** Reads through the register once. */
  public ExchangeRates(Register<CurrencyPair, ExchangeRate> register) {
    this.register = register;
    this.changes =
        register
            .entries()
            .flatMap(entry -> entry.validity().edges())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What a currency is worth in another at {@code time}: 1, by no entry, when they are the same;
   * empty when no rate is known for then.
   */
  @Override
  public Optional<Exchange> find(Currency from, Currency to, Instant time) {
    return from.equals(to)
        ? Optional.of(ITSELF)
        : register.at(new CurrencyPair(from, to), time).map(ExchangeRates::exchange);
  }

  @Override
  public Collection<Instant> changes() {
    return changes;
  }

  private static Exchange exchange(Entry<CurrencyPair, ExchangeRate> entry) {
    return new Exchange(entry.id(), entry.value().rate());
  }
}
