package io.ledgerline.platform.objectstore;

import java.util.Objects;

/**
 * Where an object is.
 *
 * @param bucket name of the bucket
 * @param key name in the bucket, without a leading slash
 */
public record ObjectAddress(String bucket, String key) {
  public ObjectAddress {
    Objects.requireNonNull(bucket, "bucket");
    Objects.requireNonNull(key, "key");
    if (bucket.isBlank() || key.isEmpty()) {
      throw new IllegalArgumentException("an object's address needs a bucket and a key");
    }
  }

  @Override
  public String toString() {
    return "s3://" + bucket + "/" + key;
  }
}
