package io.ledgerline.report.rating.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.report.pricing.ModelRule;
import io.ledgerline.report.pricing.rest.TariffBody;
import io.ledgerline.report.rating.Basis;
import io.ledgerline.report.rating.ExchangeLookup;
import io.ledgerline.report.rating.FoldedLine;
import io.ledgerline.report.rating.PricedBy;
import io.ledgerline.report.rating.TermsLookup;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A rated line: usage of one dimension set and meter that rests on the same, and what it costs.
 * Decimals are texts; what does not apply is absent.
 *
 * @param costCentre who pays; {@code suspense} when no rule speaks of the usage
 * @param attributionRuleId the rule that says so
 * @param from start of the first quarter hour
 * @param to end of the last, exclusive
 * @param usage what was used
 * @param price the list price
 * @param contract the contract price that is paid instead
 * @param discount off the list price
 * @param markup on what is paid
 * @param currency of the contracted and the billed cost; the list cost is in the list price's
 * @param costs in the prices' currencies
 * @param exchange from {@code currency} to the billing currency
 * @param listExchange from the list price's currency, where that is another
 * @param billingCurrency in which who pays is billed
 * @param billing the costs in the billing currency
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RatedLineView(
    String costCentre,
    UUID attributionRuleId,
    Instant from,
    Instant to,
    UsageView usage,
    PriceUse price,
    PriceUse contract,
    Term discount,
    Term markup,
    String currency,
    CostsView costs,
    Term exchange,
    Term listExchange,
    String billingCurrency,
    CostsView billing) {
  /**
   * What was used.
   *
   * @param sourceAccount where it came from
   * @param principalId who did it, by surrogate
   * @param workspace as the source said it, like the next five
   * @param project null when there is none
   * @param provider null when unknown
   * @param model null when unknown
   * @param region null when unknown
   * @param operation null when unknown
   * @param priceClass canonical text; empty for none
   * @param tags those that rollups add up by
   * @param meter what was counted
   * @param quantity in the meter's own unit
   * @param events how many events say so
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record UsageView(
      String sourceAccount,
      UUID principalId,
      String workspace,
      String project,
      String provider,
      String model,
      String region,
      String operation,
      String priceClass,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> tags,
      String meter,
      String quantity,
      long events) {
    static UsageView of(FoldedLine line) {
      Dimensions d = line.key().dimensions();
      return new UsageView(
          d.sourceAccount(),
          d.principal() == null ? null : d.principal().value(),
          d.workspace(),
          d.project(),
          d.provider(),
          d.model(),
          d.region(),
          d.operation(),
          d.priceClass().toString(),
          d.tags().values(),
          line.key().meter().value(),
          plain(line.quantity()),
          line.events());
    }
  }

  /**
   * A price and how it was used.
   *
   * @param id the entry in its book
   * @param foundBy how the model's name led to it
   * @param tariff how much
   * @param quantity in the price's unit; only of the price that is paid
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PriceUse(UUID id, ModelRule foundBy, TariffBody tariff, String quantity) {
    static PriceUse of(PricedBy price, ModelRule foundBy, BigDecimal units) {
      return new PriceUse(
          price.id(), foundBy, TariffBody.of(price.tariff()), units == null ? null : plain(units));
    }
  }

  /**
   * What else the cost rests on.
   *
   * @param id the entry in its book
   * @param value percent of a discount, factor of a markup, rate of a currency
   */
  public record Term(UUID id, String value) {
    static Term of(TermsLookup.Discount discount) {
      return discount == null ? null : new Term(discount.id(), plain(discount.percent()));
    }

    static Term of(TermsLookup.Markup markup) {
      return markup == null ? null : new Term(markup.id(), plain(markup.factor()));
    }

    static Term of(ExchangeLookup.Exchange exchange) {
      return exchange == null ? null : new Term(exchange.id(), plain(exchange.rate()));
    }
  }

  static RatedLineView of(FoldedLine line) {
    Basis basis = line.key().basis();
    TermsLookup.Terms terms = basis.terms();
    boolean listed = terms.contract() == null;
    boolean twoExchanges =
        basis.listExchange() != null && !basis.listExchange().equals(basis.exchange());
    return new RatedLineView(
        basis.payer().costCentre(),
        basis.payer().rule(),
        line.from(),
        QuarterHour.of(line.last()).end(),
        UsageView.of(line),
        PriceUse.of(basis.price(), basis.rule(), listed ? line.units() : null),
        listed ? null : PriceUse.of(terms.contract(), null, line.units()),
        listed ? Term.of(terms.discount()) : null,
        Term.of(terms.markup()),
        basis.paidCurrency().getCurrencyCode(),
        CostsView.of(line.costs()),
        Term.of(basis.exchange()),
        twoExchanges ? Term.of(basis.listExchange()) : null,
        basis.billingCurrency().getCurrencyCode(),
        CostsView.of(line.billing()));
  }

  private static String plain(BigDecimal number) {
    return Decimals.normal(number).toPlainString();
  }
}
