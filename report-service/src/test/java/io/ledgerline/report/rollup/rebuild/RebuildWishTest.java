package io.ledgerline.report.rollup.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class RebuildWishTest {
  private static RebuildWish wish(String from, String to) {
    return new RebuildWish(Instant.parse(from), Instant.parse(to), "test", false);
  }

  @Test
  void wholeMonthsStayWhatTheyAre() {
    RebuildWish wish = wish("2024-05-01T00:00:00Z", "2024-07-01T00:00:00Z");
    assertThat(wish.firstMonth()).isEqualTo(YearMonth.of(2024, 5));
    assertThat(wish.lastMonth()).isEqualTo(YearMonth.of(2024, 6));
    assertThat(wish.months()).isEqualTo(2);
    assertThat(wish.isWidened()).isFalse();
  }

  @Test
  void aPartOfAMonthIsWidenedToAllOfIt() {
    RebuildWish wish = wish("2024-05-31T23:59:00Z", "2024-06-01T00:00:00.001Z");
    assertThat(wish.months()).isEqualTo(2);
    assertThat(wish.isWidened()).isTrue();
    assertThat(RebuildWish.start(wish.firstMonth())).isEqualTo("2024-05-01T00:00:00Z");
  }

  @Test
  void aSpanThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(() -> wish("2024-05-02T00:00:00Z", "2024-05-02T00:00:00Z"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
