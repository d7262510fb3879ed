package io.ledgerline.report.report.explain;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rollup.DimensionSet;
import io.ledgerline.report.rollup.RollupGrain;
import io.ledgerline.report.rollup.RollupPlace;
import io.ledgerline.report.rollup.store.RollupSums;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds the events of a line up as the rollups do. Memory grows with rollups, not with events. Not
 * safe for several threads.
 */
final class LineRollups {
  private static final Comparator<RollupPlace> ORDER =
      Comparator.comparing(RollupPlace::quarter)
          .thenComparing(cell -> cell.set().digest())
          .thenComparing(cell -> cell.meter().value());

  private final TenantId tenant;
  private final RollupGrain grain;
  private final SortedMap<RollupPlace, Share> shares = new TreeMap<>(ORDER);
  private final Map<Dimensions, DimensionSet> sets = new java.util.HashMap<>();

  private static final class Share {
    private BigDecimal quantity = BigDecimal.ZERO;
    private long events;
  }

  LineRollups(TenantId tenant, RollupGrain grain) {
    this.tenant = tenant;
    this.grain = grain;
  }

  void add(LedgerLine event) {
    Instant quarter = QuarterHour.of(event.time()).start();
    DimensionSet set =
        sets.computeIfAbsent(grain.dimensions(event), own -> new DimensionSet(tenant, own));
    event
        .quantities()
        .byMeter()
        .forEach(
            (meter, quantity) -> {
              Share share =
                  shares.computeIfAbsent(new RollupPlace(quarter, set, meter), cell -> new Share());
              share.quantity = share.quantity.add(quantity.value());
              share.events++;
            });
  }

  /**
   * Some of them, with what they are in all.
   *
   * @param store where that is found; null for a run about a part of the tenant, because a rollup
   *     may hold more than the part
   * @param from how many are left out at the beginning
   * @param most how many at most
   */
  List<LineRollup> page(RollupSums store, long from, int most) {
    List<Map.Entry<RollupPlace, Share>> some =
        shares.entrySet().stream().skip(from).limit(most).toList();
    Map<RollupPlace, RollupSums.Sum> now =
        some.isEmpty() || store == null
            ? Map.of()
            : store.find(tenant, some.stream().map(Map.Entry::getKey).toList());
    List<LineRollup> page = new ArrayList<>();
    for (Map.Entry<RollupPlace, Share> one : some) {
      Share share = one.getValue();
      page.add(new LineRollup(one.getKey(), share.quantity, share.events, now.get(one.getKey())));
    }
    return page;
  }
}
