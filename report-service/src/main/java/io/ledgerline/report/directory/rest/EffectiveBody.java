package io.ledgerline.report.directory.rest;

import java.time.Instant;

/**
 * When something happened.
 *
 * @param effective the time; absent for now
 * @param source where that is written, for people; {@code api} when absent
 */
public record EffectiveBody(Instant effective, String source) {
  /** Now, of the API. */
  static final EffectiveBody NOW = new EffectiveBody(null, null);

  static EffectiveBody of(EffectiveBody body) {
    return body == null ? NOW : body;
  }
}
