package io.ledgerline.report.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.allocation.Fraction;
import java.math.BigDecimal;

/**
 * An exact number.
 *
 * @param numerator in lowest terms
 * @param denominator above 0
 * @param decimal the same as a decimal; absent when none of finite length is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExactView(String numerator, String denominator, String decimal) {
  static ExactView of(Fraction fraction) {
    return new ExactView(
        fraction.numerator().toString(),
        fraction.denominator().toString(),
        fraction.decimal().map(BigDecimal::toPlainString).orElse(null));
  }
}
