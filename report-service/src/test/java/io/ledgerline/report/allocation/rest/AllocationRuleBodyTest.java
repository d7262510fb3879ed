package io.ledgerline.report.allocation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.platform.json.JsonSettings;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationRuleBodyTest {
  @ParameterizedTest
  @ValueSource(strings = {"1.5", "0.1", "1E-9999999", "1E+9999999", "1E+12"})
  void decimalsThatAreNoWholeNumberAreRefused(String decimals) throws IOException {
    AllocationRuleBody body = read(decimals);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(body::draft)
        .satisfies(e -> assertThat(e.field()).isEqualTo("decimals"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "2.0", "0", "12", "null"})
  void wholeDecimalsAreTaken(String decimals) throws IOException {
    assertThat(read(decimals).draft().value()).isNotNull();
  }

  private static AllocationRuleBody read(String decimals) throws IOException {
    return JsonSettings.newMapper()
        .readValue(
            "{\"pool\":\"unallocated\",\"method\":\"even\",\"every\":\"cost-centre\",\"decimals\":%s}"
                .formatted(decimals),
            AllocationRuleBody.class);
  }

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
