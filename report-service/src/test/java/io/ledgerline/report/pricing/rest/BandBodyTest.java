package io.ledgerline.report.pricing.rest;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ledgerline.contracts.InvalidValueException;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class BandBodyTest {
  @Test
  void aBandThatIsNullIsRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> BandBody.bands(Collections.singletonList(null)));
  }
}
