package io.ledgerline.report.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.report.ledger.LedgerLine;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineIndexTest {
  private static LedgerLine event(int number) {
    return new LedgerLine(
        Instant.EPOCH.plusSeconds(number),
        "s",
        "e-" + number,
        "acct",
        null,
        null,
        null,
        null,
        PriceClass.NONE,
        Quantities.of(MeterName.INPUT_TOKENS, 1),
        new UUID(0, 1));
  }

  @Test
  void theFirstLineAndEveryThousandthAfterItHaveAMark() {
    LineIndex index = new LineIndex();
    for (int i = 1; i <= 2 * LineIndex.LINES + 1; i++) {
      index.line(event(i));
    }
    assertThat(index.marks()).extracting(LineMark::line).containsExactly(1L, 1001L, 2001L);
    assertThat(index.marks().getLast().pointsTo(event(2001))).isTrue();
  }

  @Test
  void afterManyEventsWithoutALineTheNextLineHasAMark() {
    LineIndex index = new LineIndex();
    index.line(event(1));
    for (int i = 0; i < LineIndex.EVENTS; i++) {
      index.noLine();
    }
    index.line(event(2));
    index.line(event(3));
    assertThat(index.marks()).extracting(LineMark::line).containsExactly(1L, 2L);
  }
}
