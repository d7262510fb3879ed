package io.ledgerline.ingest.inlet.bedrock;

import io.ledgerline.contracts.InvalidValueException;

/**
 * Where a request body lies that was too large for its record.
 *
 * @param bucket its bucket
 * @param key its key
 */
public record BodyPath(String bucket, String key) {
  private static final String SCHEME = "s3://";

  /**
   * Reads {@code s3://bucket/key}.
   *
   * @throws InvalidValueException {@code invalid-body-path}
   */
  public static BodyPath parse(String text) {
    int slash = text.startsWith(SCHEME) ? text.indexOf('/', SCHEME.length()) : -1;
    if (slash <= SCHEME.length() || slash == text.length() - 1) {
      throw new InvalidValueException(
          "input.inputBodyS3Path", "invalid-body-path", "A body's path is s3://bucket/key.");
    }
    return new BodyPath(text.substring(SCHEME.length(), slash), text.substring(slash + 1));
  }
}
