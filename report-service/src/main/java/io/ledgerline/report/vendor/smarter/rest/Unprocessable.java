package io.ledgerline.report.vendor.smarter.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.FieldError;
import io.ledgerline.platform.problem.InvalidRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Bodies that are readable and break a rule: 422. */
final class Unprocessable {
  private Unprocessable() {}

  /** What a body says, or the fault of one of its fields. */
  static <T> T checked(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidValueException e) {
      throw new InvalidRequest(
          ErrorCode.INVALID_RECORD,
          e.detail(),
          List.of(new FieldError(e.field(), e.code(), e.detail())),
          Map.of());
    }
  }
}
