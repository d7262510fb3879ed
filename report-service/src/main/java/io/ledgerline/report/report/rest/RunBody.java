package io.ledgerline.report.report.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.report.ReportKind;
import io.ledgerline.report.report.RunFormats;
import io.ledgerline.report.report.RunRequest;
import io.ledgerline.report.report.making.ReportKinds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a caller asks for.
 *
 * @param kind name of a report kind
 * @param period which usage
 * @param deliveries where it goes; absent for nowhere
 * @param formats csv, json, jsonl, xlsx, html as far as the kind makes them, zip to have the bundle
 *     delivered; absent for the kind's own
 */
public record RunBody(
    String kind, PeriodBody period, List<DeliveryBody> deliveries, List<String> formats) {
  /**
   * The request.
   *
   * @param longest the longest period that one run may cover
   * @throws InvalidValueException that names the field at fault
   */
  RunRequest request(ReportKinds kinds, Instant now, Duration longest) {
    if (period == null) {
      throw new InvalidValueException(
          "period", "missing", "'period' is required, such as {\"type\":\"day\",\"day\":…}.");
    }
    ReportKind known = kinds.find(knownKind(kinds, kind)).orElseThrow();
    return new RunRequest(
        known.name(),
        period.spec(now, longest),
        DeliveryBody.targets(deliveries),
        RunFormats.of(formats).checkedFor(known));
  }

  /** The kind's name, if there is such a kind. */
  public static String knownKind(ReportKinds kinds, String kind) {
    if (kinds.find(kind).isEmpty()) {
      throw new InvalidValueException(
          "kind", "unknown-kind", "'kind' is one of " + kinds.all().keySet() + ".");
    }
    return kind;
  }
}
