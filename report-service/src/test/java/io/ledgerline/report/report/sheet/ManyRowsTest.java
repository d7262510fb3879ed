package io.ledgerline.report.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long report is written in the memory of a short one. */
class ManyRowsTest {
  private static final int ROWS = 100_000;
  private static final int ROWS_BETWEEN_LOOKS = 25_000;
  private static final long MOST_GROWTH = 8L << 20;

  @TempDir Path folder;

  @Test
  void manyRowsLeaveNothingInMemory() throws IOException {
    EnumSet<SheetFormat> formats = EnumSet.allOf(SheetFormat.class);
    try (SheetFiles files = new SheetFiles(folder, "long", formats, SheetSamples.story())) {
      files.begin(SheetSamples.SPEC);
      Instant time = Instant.parse("2026-01-01T00:00:00.123456Z");
      long before = 0;
      for (int i = 0; i < ROWS; i++) {
        files.row(
            List.of(
                "user-" + i,
                LocalDate.EPOCH,
                time.plusSeconds(i),
                (long) i,
                BigDecimal.valueOf(i, 6)));
        if (i % ROWS_BETWEEN_LOOKS == ROWS_BETWEEN_LOOKS - 1) {
          long used = used();
          before = before == 0 ? used : before;
          assertThat(used - before).isLessThan(MOST_GROWTH);
        }
      }
      files.end();
      assertThat(files.finish()).hasSize(formats.size());
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
