package io.ledgerline.notify.channel.s3;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How objects are written. The store itself is {@code ledgerline.object-store.*}. */
@ConfigMapping(prefix = "ledgerline.channel.s3")
public interface S3Config {
  /**
   * Whether a target's bucket is made when it is missing. Default false: a bucket that is missing
   * is more likely a slip of the pen.
   */
  @WithDefault("false")
  boolean createBucket();
}
