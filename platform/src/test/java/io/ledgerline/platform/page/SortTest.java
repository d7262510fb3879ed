package io.ledgerline.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.platform.problem.InvalidRequest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortTest {
  private static final List<String> FIELDS = List.of("createdAt", "name");

  @Test
  void aMinusPutsTheLargestFirst() {
    assertThat(Sort.of("name", FIELDS)).isEqualTo(new Sort("name", false));
    assertThat(Sort.of("-createdAt", FIELDS)).isEqualTo(new Sort("createdAt", true));
    assertThat(Sort.of("-createdAt", FIELDS).text()).isEqualTo("-createdAt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "size", "--name", "name desc", "name;DROP"})
  void whatIsNoFieldOfTheListIsRefused(String text) {
    assertThatThrownBy(() -> Sort.of(text, FIELDS))
        .isInstanceOfSatisfying(
            InvalidRequest.class, e -> assertThat(e.errors().getFirst().field()).isEqualTo("sort"));
  }

  @Test
  void aFilterNamesItsParameter() {
    assertThat(Filters.instant("from", "2026-01-31T01:00:00+01:00"))
        .isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
    assertThat(Filters.instant("from", null)).isNull();
    assertThat(Filters.oneOf("day", "MONDAY", DayOfWeek.class)).isEqualTo(DayOfWeek.MONDAY);
    assertThatThrownBy(() -> Filters.instant("from", "soon"))
        .isInstanceOfSatisfying(
            InvalidRequest.class, e -> assertThat(e.errors().getFirst().field()).isEqualTo("from"));
    assertThatThrownBy(() -> Filters.oneOf("day", "PAYDAY", DayOfWeek.class))
        .isInstanceOfSatisfying(
            InvalidRequest.class,
            e -> assertThat(e.errors().getFirst().code()).isEqualTo("unknown-day"));
  }
}
