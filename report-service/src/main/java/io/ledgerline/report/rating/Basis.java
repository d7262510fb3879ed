package io.ledgerline.report.rating;

import io.ledgerline.report.pricing.ModelRule;
import java.util.Currency;
import java.util.Objects;

/**
 * What a rated line rests on. Lines of the same usage with equal bases may be added up.
 *
 * @param price the list price
 * @param rule how the model's name led to it
 * @param terms contract price, discount and markup
 * @param payer who pays, and by which rule
 * @param exchange from the currency that is paid to the billing currency
 * @param listExchange from the list price's currency; the same but for a contract in another one
 */
public record Basis(
    PricedBy price,
    ModelRule rule,
    TermsLookup.Terms terms,
    Payer payer,
    ExchangeLookup.Exchange exchange,
    ExchangeLookup.Exchange listExchange) {
  /** Checks what must be there; no exchange rate where none is needed. */
  public Basis {
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(payer, "payer");
  }

  /** The price that is paid: the contract's, else the list's. */
  public PricedBy paid() {
    return terms.contract() == null ? price : terms.contract();
  }

  /** Whether the cost depends on what was used before. */
  public boolean addsUp() {
    return RunningSum.over(price.tariff().rate()) != null
        || RunningSum.over(paid().tariff().rate()) != null;
  }

  /** The currency of the list cost. */
  public Currency listCurrency() {
    return price.tariff().currency();
  }

  /** The currency of the contracted and the billed cost. */
  public Currency paidCurrency() {
    return paid().tariff().currency();
  }

  /** The currency in which who pays is billed. */
  public Currency billingCurrency() {
    return payer.billedIn() == null ? paidCurrency() : payer.billedIn();
  }
}
