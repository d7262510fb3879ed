package io.ledgerline.report.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.Period;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.RequestSizeRate;
import io.ledgerline.report.pricing.UnratedReason;
import io.ledgerline.report.pricing.rest.TariffBody;
import io.ledgerline.report.rating.Basis;
import io.ledgerline.report.rating.ExchangeLookup;
import io.ledgerline.report.rating.PricedBy;
import io.ledgerline.report.rating.RatedLine;
import io.ledgerline.report.rating.TermsLookup;
import io.ledgerline.report.rating.UnratedLine;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.explain.LineAddress;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A line of a run's artifact and what it was made of; decimals are texts.
 *
 * @param runId the run
 * @param table which of the report's further tables; absent for its first
 * @param line counted from 1, without the header
 * @param cells the line as it stands in the artifact, by column
 * @param charge exact sum of the charges
 * @param currency ISO 4217
 * @param charges one per meter that has a price
 * @param unrated meters without a price, and how much was used
 * @param unratedBecause why these meters have no price
 * @param priceBookAt the price book as known at this instant
 * @param watermark the ledger up to here
 * @param rollupsUrl where the rollups that its events went into are
 * @param ratingsUrl where the rollups of its time are, rated as known then
 * @param eventsUrl where the events behind the line are
 */
public record LineView(
    UUID runId,
    @JsonInclude(JsonInclude.Include.NON_NULL) String table,
    long line,
    Map<String, String> cells,
    String charge,
    String currency,
    List<Charge> charges,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> unrated,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, UnratedReason> unratedBecause,
    Instant priceBookAt,
    long watermark,
    String rollupsUrl,
    String ratingsUrl,
    String eventsUrl) {
  /**
   * The charge of one meter. By a flat rate, or one by the request's size, its list cost is {@code
   * quantity * rate / per}; by other rates it is what the line adds to the charge of a sum.
   *
   * @param meter what was counted
   * @param quantity how much
   * @param rate price of {@code per} units; absent where it depends on a sum
   * @param per how many units the rate buys
   * @param unit what the price is for
   * @param tariff the price in full
   * @param priceId the price in the price book, or the contract price that is paid instead
   * @param foundBy how the model's name found it
   * @param priceCurrency of the rate
   * @param listCost by the list price, in its currency
   * @param discountId off the list price
   * @param markupId on what is paid
   * @param exchangeRateId from the price's currency
   * @param exchangeRate the rate
   * @param costCentre who pays
   * @param attributionRuleId the rule that says so
   * @param charge exact, in the report's currency
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Charge(
      String meter,
      String quantity,
      String rate,
      BigDecimal per,
      String unit,
      TariffBody tariff,
      UUID priceId,
      String foundBy,
      String priceCurrency,
      String listCost,
      UUID discountId,
      UUID markupId,
      UUID exchangeRateId,
      String exchangeRate,
      String costCentre,
      UUID attributionRuleId,
      String charge) {
    static Charge of(RatedLine line) {
      Basis basis = line.basis();
      PricedBy paid = basis.paid();
      TermsLookup.Terms terms = basis.terms();
      ExchangeLookup.Exchange exchange = basis.exchange();
      return new Charge(
          line.usage().meter().value(),
          plain(line.usage().quantity()),
          unitPrice(paid, line),
          paid.tariff().unit().per(),
          paid.tariff().unit().unit(),
          TariffBody.of(paid.tariff()),
          paid.id(),
          basis.rule() == null ? null : basis.rule().name(),
          basis.paidCurrency().getCurrencyCode(),
          plain(line.costs().list()),
          terms.discount() == null ? null : terms.discount().id(),
          terms.markup() == null ? null : terms.markup().id(),
          exchange == null ? null : exchange.id(),
          exchange == null ? null : plain(exchange.rate()),
          basis.payer().costCentre(),
          basis.payer().rule(),
          plain(line.billing().billed()));
    }

    private static String unitPrice(PricedBy price, RatedLine line) {
      return switch (price.tariff().rate()) {
        case FlatRate flat -> flat.price().toPlainString();
        case RequestSizeRate bySize ->
            bySize
                .price(line.usage().dimensions().priceClass())
                .map(BigDecimal::toPlainString)
                .orElse(null);
        default -> null;
      };
    }
  }

  static LineView of(ReportRun run, LineAddress address, ExplainedLine explained) {
    SortedMap<String, String> unrated = new TreeMap<>();
    SortedMap<String, UnratedReason> reasons = new TreeMap<>();
    for (UnratedLine missing : explained.rated().unrated()) {
      unrated.put(missing.usage().meter().value(), plain(missing.usage().quantity()));
      reasons.put(missing.usage().meter().value(), missing.reason());
    }
    return new LineView(
        run.id(),
        address.table(),
        address.line(),
        explained.cells(),
        Decimals.normal(explained.charge().amount()).toPlainString(),
        explained.charge().currency().getCurrencyCode(),
        explained.rated().lines().stream().map(Charge::of).toList(),
        unrated,
        reasons,
        run.priceBookAt(),
        run.watermark(),
        below(run, address, "rollups"),
        ratingsUrl(run, explained),
        below(run, address, "events"));
  }

  private static String below(ReportRun run, LineAddress address, String what) {
    String url = "/api/v1/report-runs/%s/lines/%d/%s".formatted(run.id(), address.line(), what);
    return address.table() == null ? url : url + "?table=" + address.table();
  }

  /** The whole quarter hours of the line's events, and their model where they have the same. */
  private static String ratingsUrl(ReportRun run, ExplainedLine explained) {
    Instant from = explained.events().from();
    Instant begin = run.period().from();
    Period quarters =
        new Period(
                from.isBefore(begin) ? begin : from, explained.events().to(), run.period().zone())
            .coveringQuarterHours();
    String url =
        "/api/v1/ratings?from=%s&to=%s&knownAt=%s"
            .formatted(quarters.from(), quarters.to(), run.priceBookAt());
    Set<String> models =
        explained.rated().lines().stream()
            .map(rated -> rated.usage().dimensions().model())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return models.size() == 1
        ? url + "&model=" + URLEncoder.encode(models.iterator().next(), StandardCharsets.UTF_8)
        : url;
  }

  private static String plain(BigDecimal number) {
    return Decimals.normal(number).toPlainString();
  }
}
