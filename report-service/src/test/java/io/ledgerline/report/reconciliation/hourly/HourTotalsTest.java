package io.ledgerline.report.reconciliation.hourly;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.ledger.HourTotal;
import io.ledgerline.report.ledger.LedgerStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HourTotalsTest {
  private static HourTotal total(String hour, boolean archived) {
    return new HourTotal(
        Instant.parse(hour), "a", null, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, archived);
  }

  private static LedgerStream<HourTotal> stream(HourTotal... totals) {
    Iterator<HourTotal> next = List.of(totals).iterator();
    return new LedgerStream<>() {
      @Override
      public HourTotal next() {
        return next.hasNext() ? next.next() : null;
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  @Test
  void monthsWithoutRowsAreTold() {
    TreeSet<YearMonth> archived = new TreeSet<>();
    HourTotals totals =
        new HourTotals(
            stream(total("2017-09-30T23:00:00Z", true), total("2017-10-01T00:00:00Z", false)),
            archived::add);

    assertThat(totals.of(Instant.parse("2017-09-30T22:00:00Z"))).isEmpty();
    assertThat(totals.of(Instant.parse("2017-09-30T23:00:00Z"))).hasSize(1);
    assertThat(totals.of(Instant.parse("2017-10-01T00:00:00Z"))).hasSize(1);
    assertThat(archived).containsExactly(YearMonth.of(2017, 9));
  }
}
