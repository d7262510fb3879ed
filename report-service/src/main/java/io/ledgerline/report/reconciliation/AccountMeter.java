package io.ledgerline.report.reconciliation;

import java.util.Comparator;
import java.util.Objects;

/**
 * What is compared within an hour.
 *
 * @param sourceAccount where usage came from
 * @param meter what is summed; {@link #EVENTS} where events are counted
 */
public record AccountMeter(String sourceAccount, String meter) implements Comparable<AccountMeter> {
  /** No meter's name. */
  public static final String EVENTS = "";

  private static final Comparator<AccountMeter> ORDER =
      Comparator.comparing(AccountMeter::sourceAccount).thenComparing(AccountMeter::meter);

  /** Checks that all is there; a meter of null is {@link #EVENTS}. */
  public AccountMeter {
    Objects.requireNonNull(sourceAccount, "sourceAccount");
    meter = meter == null ? EVENTS : meter;
  }

  /** Whether events are counted. */
  public boolean isEvents() {
    return meter.equals(EVENTS);
  }

  @Override
  public int compareTo(AccountMeter other) {
    return ORDER.compare(this, other);
  }
}
