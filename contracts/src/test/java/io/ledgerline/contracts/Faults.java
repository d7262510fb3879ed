package io.ledgerline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests say about values that break the rules of their type. */
public final class Faults {
  private Faults() {}

  /** That {@code making} the value is refused for {@code field} with {@code code}, explained. */
  public static void assertRefused(ThrowingCallable making, String field, String code) {
    InvalidValueException fault = catchThrowableOfType(InvalidValueException.class, making);
    assertThat(fault).as("refusal of %s", field).isNotNull();
    assertThat(fault.field()).isEqualTo(field);
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.detail()).isNotBlank();
  }
}
