package io.ledgerline.platform.database;

/**
 * The health group of checks without which no request can be answered, at {@code
 * /q/health/group/serving}. Whoever sends traffic asks this group: {@code /q/health/ready} is also
 * DOWN while the broker or a log bucket is away, and then events are still to be accepted.
 */
public final class Serving {
  /** Name of the group. */
  public static final String GROUP = "serving";

  private Serving() {}
}
