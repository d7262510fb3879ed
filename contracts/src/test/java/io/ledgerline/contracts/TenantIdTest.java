package io.ledgerline.contracts;

import static io.ledgerline.contracts.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "default", "team-7", "x123456789"})
  void aSlugIsATenant(String value) {
    assertThat(new TenantId(value)).hasToString(value);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "A", "7up", "-a", "a b", "a_b", "a/../b", "caf\u00e9"})
  void anythingElseIsNot(String value) {
    assertRefused(() -> new TenantId(value), "tenant", "invalid-tenant");
  }

  @Test
  void aTenantHasAtMost63Characters() {
    assertThat(new TenantId("a".repeat(63)).value()).hasSize(63);
    assertRefused(() -> new TenantId("a".repeat(64)), "tenant", "invalid-tenant");
  }

  @Test
  void tenantsSortByName() {
    assertThat(new TenantId("a")).isLessThan(new TenantId("b"));
  }

  @Test
  void aFaultIsSeenFromTheEnclosingField() {
    assertRefused(
        () -> {
          throw new InvalidValueException("to", "period-empty", "Empty.").within("period");
        },
        "period.to",
        "period-empty");
  }
}
