package io.ledgerline.report.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.allocation.AllocatedLine;
import io.ledgerline.report.allocation.Balance;
import io.ledgerline.report.allocation.BalanceKey;
import io.ledgerline.report.allocation.Invoice;
import io.ledgerline.report.allocation.PoolOutcome;
import io.ledgerline.report.allocation.making.PeriodAllocator;
import io.ledgerline.report.rating.RatingPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What became of the pools of a period. Amounts are decimal texts.
 *
 * @param from inclusive
 * @param to exclusive
 * @param knownAt the instant whose knowledge all books are of
 * @param pools in time, and then in the order in which they were spread
 * @param balances what each bearer has in the end, by currency
 * @param usageKeptFrom since when usage is kept, when some of what matters is from before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AllocationView(
    Instant from,
    Instant to,
    Instant knownAt,
    List<PoolView> pools,
    List<BalanceView> balances,
    Instant usageKeptFrom) {
  /**
   * A pool.
   *
   * @param pool which
   * @param from inclusive
   * @param to exclusive; rules change in between only
   * @param ruleId the entry that says how it is spread; absent without one
   * @param method fixed, by-usage or even
   * @param invoice where a provider's cost comes from
   * @param currency of all amounts, ISO 4217
   * @param amount what was to be spread, with markup
   * @param spread the sum of the lines
   * @param remainder what stays in the pool
   * @param unspread why nothing was spread; absent when something was
   * @param lines what each target bears
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PoolView(
      String pool,
      Instant from,
      Instant to,
      UUID ruleId,
      String method,
      InvoiceView invoice,
      String currency,
      ExactView amount,
      String spread,
      ExactView remainder,
      String unspread,
      List<LineView> lines) {
    static PoolView of(PoolOutcome outcome) {
      return new PoolView(
          outcome.pool().toString(),
          outcome.slice().from(),
          outcome.slice().to(),
          outcome.rule(),
          outcome.method() == null ? null : outcome.method().wire(),
          InvoiceView.of(outcome.invoice()),
          outcome.currency().getCurrencyCode(),
          ExactView.of(outcome.amount()),
          plain(outcome.spread()),
          ExactView.of(outcome.remainder()),
          outcome.unspread() == null ? null : outcome.unspread().wire(),
          outcome.lines().stream().map(LineView::of).toList());
    }
  }

  /**
   * A provider's invoice.
   *
   * @param entryId the entry that states it
   * @param month of use, UTC
   * @param total before markup
   */
  public record InvoiceView(UUID entryId, String month, String total) {
    static InvoiceView of(Invoice invoice) {
      return invoice == null
          ? null
          : new InvoiceView(
              invoice.entry(), invoice.month().toString(), plain(invoice.total().amount()));
    }
  }

  /**
   * What a target bears.
   *
   * @param target who
   * @param ruleId the entry that says so
   * @param method what decided the share
   * @param share its exact part
   * @param factor markup on the provider's cost, the mean over what it used
   * @param exact what it comes to before rounding
   * @param amount what is charged
   * @param minimumCharged whether that is the minimum
   */
  public record LineView(
      String target,
      UUID ruleId,
      String method,
      ExactView share,
      ExactView factor,
      ExactView exact,
      String amount,
      boolean minimumCharged) {
    static LineView of(AllocatedLine line) {
      return new LineView(
          line.target().toString(),
          line.rule(),
          line.method().wire(),
          ExactView.of(line.share()),
          ExactView.of(line.factor()),
          ExactView.of(line.exact()),
          plain(line.amount()),
          line.lifted());
    }
  }

  /**
   * What a bearer has in the end.
   *
   * @param target who
   * @param currency ISO 4217
   * @param own what it is charged for its own usage
   * @param received its parts of pools
   * @param given what was spread over others
   * @param total own and received less given
   */
  public record BalanceView(
      String target, String currency, String own, String received, String given, String total) {
    static BalanceView of(BalanceKey key, Balance balance) {
      return new BalanceView(
          key.target().toString(),
          key.currency().getCurrencyCode(),
          plain(balance.own()),
          plain(balance.received()),
          plain(balance.given()),
          plain(balance.total()));
    }
  }

  static AllocationView of(RatingPeriod period, PeriodAllocator.Made made) {
    List<BalanceView> balances = new ArrayList<>();
    made.allocation()
        .balances()
        .forEach((key, balance) -> balances.add(BalanceView.of(key, balance)));
    return new AllocationView(
        period.from(),
        period.to(),
        made.knownAt(),
        made.allocation().pools().stream().map(PoolView::of).toList(),
        balances,
        made.usageKeptFrom());
  }

  private static String plain(BigDecimal amount) {
    return amount.toPlainString();
  }
}
