package io.ledgerline.report.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.report.ledger.LedgerLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineIndexTest {
  private final List<LineMark> marks = new ArrayList<>();

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
    LineIndex index = new LineIndex(marks::addAll);
    for (int i = 1; i <= 2 * LineIndex.LINES + 1; i++) {
      index.line(event(i));
    }
    index.finish();
    assertThat(marks).extracting(LineMark::line).containsExactly(1L, 1001L, 2001L);
    assertThat(marks.getLast().pointsTo(event(2001))).isTrue();
  }

  @Test
  void marksAreHandedOnAsLinesAreWritten() {
    LineIndex index = new LineIndex(marks::addAll);
    for (int i = 1; i <= 2_000 * LineIndex.LINES; i++) {
      index.line(event(i));
    }
    assertThat(marks).hasSizeBetween(1_500, 1_999);
    index.finish();
    assertThat(marks).hasSize(2_000).extracting(LineMark::line).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void afterManyEventsWithoutALineTheNextLineHasAMark() {
    LineIndex index = new LineIndex(marks::addAll);
    index.line(event(1));
    for (int i = 0; i < LineIndex.EVENTS; i++) {
      index.noLine();
    }
    index.line(event(2));
    index.line(event(3));
    index.finish();
    assertThat(marks).extracting(LineMark::line).containsExactly(1L, 2L);
  }
}
