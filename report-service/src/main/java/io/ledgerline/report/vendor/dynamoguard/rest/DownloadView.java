package io.ledgerline.report.vendor.dynamoguard.rest;

import java.time.Instant;

/**
 * Where a report's zip is.
 *
 * @param url opens it without an API key
 * @param expiresAt from then on it is refused; more than the SDK reads
 */
public record DownloadView(String url, Instant expiresAt) {
  @Override
  public String toString() {
    return "DownloadView[until " + expiresAt + "]";
  }
}
