package io.ledgerline.report.allocation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ledgerline.contracts.InvalidValueException;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class AllocationRuleBodyTest {
  @Test
  void aTargetThatIsNullIsRefused() {
    AllocationRuleBody body =
        new AllocationRuleBody(
            "unallocated",
            "even",
            null,
            null,
            Collections.singletonList(null),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(body::draft)
        .satisfies(e -> assertThat(e.field()).isEqualTo("targets"));
  }
}
