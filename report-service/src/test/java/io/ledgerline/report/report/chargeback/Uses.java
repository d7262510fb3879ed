package io.ledgerline.report.report.chargeback;

import io.ledgerline.report.ledger.PlaceSum;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What tests say was used in a place. */
public final class Uses {
  private Uses() {}

  /** So much of a meter, all of it at one time. */
  public static PlaceSum of(
      String workspace, String project, String principal, String meter, long sum, String time) {
    return of(workspace, project, principal, Map.of(meter, sum), time);
  }

  /** So much of some meters, all of it at one time. */
  public static PlaceSum of(
      String workspace, String project, String principal, Map<String, Long> sums, String time) {
    Instant at = Instant.parse(time);
    Map<String, PlaceSum.OfMeter> meters = new TreeMap<>();
    sums.forEach(
        (meter, sum) -> meters.put(meter, new PlaceSum.OfMeter(BigDecimal.valueOf(sum), at, at)));
    return new PlaceSum(workspace, project, principal, null, meters);
  }

  /** A report of what was done up to the month's end, and of what was called within it. */
  public static Chargeback report(
      io.ledgerline.report.directory.Directory directory,
      Iterable<PlaceSum> ever,
      Iterable<PlaceSum> within) {
    ChargebackTally tally = new ChargebackTally(directory);
    ever.forEach(tally::everDone);
    within.forEach(tally::called);
    return tally.result();
  }
}
