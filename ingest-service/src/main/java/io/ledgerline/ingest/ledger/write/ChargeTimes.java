package io.ledgerline.ingest.ledger.write;

import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When events count, and which times the ledger takes.
 *
 * @param receipt when the call arrived, whole microseconds
 * @param maxAhead how far ahead of it an event may lie
 */
record ChargeTimes(Instant receipt, Duration maxAhead) {
  /** Nothing that is metered here happened before; also what key rows count seconds from. */
  static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  ChargeTimes {
    receipt = receipt.truncatedTo(ChronoUnit.MICROS);
  }

  /** When the event counts: its own time, or the receipt. */
  Instant of(UsageEvent event) {
    return event.chargeTime(receipt).truncatedTo(ChronoUnit.MICROS);
  }

  /** Why the time is not taken; empty when it is. */
  Optional<Outcome> rejection(Instant time) {
    if (time.isBefore(EARLIEST)) {
      return rejected("time-too-early", "'time' is before " + EARLIEST + ".");
    }
    if (time.isAfter(receipt.plus(maxAhead))) {
      return rejected(
          "time-in-future",
          "'time' is more than " + maxAhead.toHours() + " hours ahead of the ledger's clock.");
    }
    return Optional.empty();
  }

  /** Seconds since {@link #EARLIEST}. */
  static int second(Instant time) {
    return Math.toIntExact(time.getEpochSecond() - EARLIEST.getEpochSecond());
  }

  private static Optional<Outcome> rejected(String code, String detail) {
    return Optional.of(Outcome.rejected(new Reason(code, "time", detail)));
  }
}
