package io.ledgerline.report.report.grouped;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rating.RatedEvent;
import io.ledgerline.report.report.SumsByMeter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What one line adds up. Not safe for several threads. */
public final class GroupSum {
  /** The meters that count as tokens, in the report's order. */
  public static final List<MeterName> TOKENS =
      List.of(
          MeterName.INPUT_TOKENS,
          MeterName.OUTPUT_TOKENS,
          MeterName.CACHE_READ_TOKENS,
          MeterName.CACHE_WRITE_TOKENS);

  private BigDecimal requests = BigDecimal.ZERO;
  private final SumsByMeter all = new SumsByMeter();
  private Instant first;
  private BigDecimal cost = BigDecimal.ZERO;
  private boolean hasCost;
  private long events;
  private long unrated;

  /** Adds an event and what it costs. */
  public void add(LedgerLine event, RatedEvent rated) {
    events++;
    first = first == null || event.time().isBefore(first) ? event.time() : first;
    all.add(event.quantities());
    Map<MeterName, Quantity> used = event.quantities().byMeter();
    Quantity said = used.get(MeterName.REQUESTS);
    if (said != null) {
      requests = requests.add(said.value());
    } else if (TOKENS.stream().anyMatch(used::containsKey)) {
      // A source that does not count its requests tells one with each event.
      requests = requests.add(BigDecimal.ONE);
    }
    cost = cost.add(rated.cost().amount());
    hasCost |= !rated.lines().isEmpty() || !rated.isUnrated();
    unrated += rated.isUnrated() ? 1 : 0;
  }

  /** Requests that were made. */
  public BigDecimal requests() {
    return Decimals.normal(requests);
  }

  /** Requests that failed. */
  public BigDecimal failedRequests() {
    return quantity(MeterName.FAILED_REQUESTS.value());
  }

  /** The sum of a meter of {@link #TOKENS}. */
  public BigDecimal tokens(int index) {
    return quantity(TOKENS.get(index).value());
  }

  /** The sum of all {@link #TOKENS}. */
  public BigDecimal totalTokens() {
    return Decimals.normal(
        TOKENS.stream()
            .map(meter -> quantity(meter.value()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** The sum of any meter; zero when there was none. */
  public BigDecimal quantity(String meter) {
    return all.sum(meter);
  }

  /** The time of the first event; null for none. */
  public Instant first() {
    return first;
  }

  /** Images that were made. */
  public BigDecimal images() {
    return quantity(MeterName.IMAGES.value());
  }

  /** The exact cost of what has one; null when nothing has, which is not zero. */
  public BigDecimal cost() {
    return hasCost ? Decimals.normal(cost) : null;
  }

  /** Events. */
  public long events() {
    return events;
  }

  /** Events with usage that has no cost. */
  public long unratedEvents() {
    return unrated;
  }

  /** Adds what another line has added up. */
  public void add(GroupSum other) {
    requests = requests.add(other.requests);
    cost = cost.add(other.cost);
    hasCost |= other.hasCost;
    events += other.events;
    all.add(other.all);
    first =
        first == null || other.first != null && other.first.isBefore(first) ? other.first : first;
    unrated += other.unrated;
  }
}
