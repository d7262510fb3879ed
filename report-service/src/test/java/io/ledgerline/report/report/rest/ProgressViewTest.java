package io.ledgerline.report.report.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.report.RunProgress;
import org.junit.jupiter.api.Test;

class ProgressViewTest {
  @Test
  void theFractionIsToldWhereTheWholeIsKnown() {
    assertThat(ProgressView.of(new RunProgress("reading", 1, 3)).fraction())
        .isEqualByComparingTo("0.333");
    assertThat(ProgressView.of(new RunProgress("reading", 4, 3)).fraction())
        .isEqualByComparingTo("1");
    assertThat(ProgressView.of(new RunProgress("marking", 0, 0)).fraction()).isNull();
    assertThat(ProgressView.of(new RunProgress("marking", 0, 0)).total()).isNull();
  }
}
