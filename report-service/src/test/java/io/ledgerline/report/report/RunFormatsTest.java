package io.ledgerline.report.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.report.sheet.SheetFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunFormatsTest {
  /** Makes CSV alone. */
  private static final ReportKind PLAIN =
      new ReportKind() {
        @Override
        public String name() {
          return "plain";
        }

        @Override
        public String description() {
          return "";
        }

        @Override
        public ReportFiles write(ReportMaterial material) {
          throw new UnsupportedOperationException();
        }
      };

  @Test
  void nothingSaidIsWhatTheKindMakesByItself() {
    assertThat(RunFormats.of(null))
        .isEqualTo(RunFormats.of(List.of()))
        .isEqualTo(RunFormats.DEFAULT);
    assertThat(RunFormats.DEFAULT.wantedOf(PLAIN)).containsExactly(SheetFormat.CSV);
    assertThat(RunFormats.of(List.of("zip")).wantedOf(PLAIN)).containsExactly(SheetFormat.CSV);
  }

  @Test
  void namesAreKeptInOneOrder() {
    RunFormats formats = RunFormats.of(List.of("zip", "html", "csv"));
    assertThat(formats.names()).containsExactly("csv", "html", "zip");
    assertThat(RunFormats.of(formats.names())).isEqualTo(formats);
    assertThat(formats.bundleDelivered()).isTrue();
  }

  @Test
  void furtherFilesAreDeliveredWhenTheyAreAskedForAndTheKindHasThem() {
    RunFormats formats = RunFormats.of(List.of("summary", "csv"));
    assertThat(formats.names()).containsExactly("csv", "summary");
    assertThat(RunFormats.of(formats.names())).isEqualTo(formats);
    assertThat(formats.furtherDelivered()).isTrue();
    assertThat(RunFormats.DEFAULT.furtherDelivered()).isFalse();
    refused(() -> formats.checkedFor(PLAIN), "unsupported-format");
    refused(() -> RunFormats.of(List.of("summary", "summary")), "repeated-format");
  }

  @Test
  void whatIsNoFormatOrTwiceOrNotTheKindsIsRefused() {
    refused(() -> RunFormats.of(List.of("pdf")), "unknown-format");
    refused(() -> RunFormats.of(List.of("CSV")), "unknown-format");
    refused(() -> RunFormats.of(List.of("csv", "csv")), "repeated-format");
    refused(() -> RunFormats.of(List.of("xlsx")).checkedFor(PLAIN), "unsupported-format");
  }

  private static void refused(Runnable attempt, String rule) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.code()).isEqualTo(rule));
  }
}
