package io.ledgerline.ingest.inlet.http;

/** Names of fields as they are shown in faults. */
final class Paths {
  private static final int MAX = 64;

  private Paths() {}

  /** A caller's own name, cut where it gets long. */
  static String shown(String name) {
    return name.length() <= MAX ? name : name.substring(0, MAX) + "...";
  }
}
