package io.ledgerline.report.report.chargeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.Period;
import io.ledgerline.report.directory.Directory;
import io.ledgerline.report.directory.Town;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChargebackRowsTest {
  private static final List<Place> PLACES =
      List.of(
          new Place("vision", "cats", "ann"),
          new Place("vision", "dogs", "ann"),
          new Place("vision", null, "bob"),
          new Place("speech", "cats", "bob"),
          new Place(null, null, "ann"),
          new Place(null, null, null));

  private static Directory march() {
    return new Town()
        .workspace(1, "vision", "2031-01-01")
        .user(11, "ann", "ann@example.com", "2031-01-02")
        .member(1, 11, "2031-01-02")
        .book()
        .during(Period.ofMonth(YearMonth.of(2031, 3), ZoneOffset.UTC));
  }

  @Test
  void eachLineIsOfExactlyTheUseThatItsCostIsOf() {
    ChargebackTally tally = new ChargebackTally(march());
    for (int i = 0; i < PLACES.size(); i++) {
      tally.cost(PLACES.get(i), BigDecimal.ONE.movePointRight(i), Instant.EPOCH);
    }
    Chargeback month = tally.result();
    int checked = 0;
    for (var table : ChargebackSheets.FURTHER) {
      int cost = table.columns().size() - 2;
      for (ChargebackSheets.Row row : ChargebackSheets.rows(table, month)) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < PLACES.size(); i++) {
          if (row.has().test(tally.spot(PLACES.get(i)))) {
            sum = sum.add(BigDecimal.ONE.movePointRight(i));
          }
        }
        Object said = row.values().get(cost);
        assertThat(sum).as(table.name() + row.values()).isEqualByComparingTo((BigDecimal) said);
        checked++;
      }
    }
    assertThat(checked).isEqualTo(2 + 3 + 3 + 2);
  }
}
