package io.ledgerline.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.platform.problem.InvalidRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  @Test
  void theLastPageHasNoCursor() {
    assertThat(Page.of(List.of(1, 2), new Limit(2), Cursor::of))
        .isEqualTo(new Page<>(List.of(1, 2), null));
  }

  @Test
  void oneRowTooManyMakesACursorBehindTheLastShown() {
    Page<Integer> page = Page.of(List.of(1, 2, 3), new Limit(2), Cursor::of);

    assertThat(page.items()).containsExactly(1, 2);
    assertThat(Cursor.fromString(page.nextCursor()).number(0)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1001", "-1", "ten", "", "1e2", "99999999999"})
  void aLimitOutOfRangeNamesTheField(String text) {
    assertThatThrownBy(() -> Limit.fromString(text))
        .isInstanceOfSatisfying(
            InvalidRequest.class,
            e -> assertThat(e.errors().getFirst().field()).isEqualTo("limit"));
  }

  @Test
  void aLimitInRangeIsTaken() {
    assertThat(Limit.fromString("1000").value()).isEqualTo(1000);
    assertThat(Limit.DEFAULT.plusOne()).isEqualTo(101);
  }
}
