package io.ledgerline.report.vendor.comet;

import jakarta.inject.Singleton;

/** Which paths are Comet's. */
@Singleton
class CometPaths {
  static final String ROOT = "/api/admin";

  private final String prefix;

  CometPaths(CometConfig config) {
    String text = config.pathPrefix().orElse("").strip();
    String clean = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    prefix = clean.isEmpty() || clean.startsWith("/") ? clean : "/" + clean;
  }

  /** What may stand before; empty for nothing. */
  String prefix() {
    return prefix;
  }

  boolean owns(String path) {
    return isBelow(path, ROOT) || !prefix.isEmpty() && isBelow(path, prefix + ROOT);
  }

  private static boolean isBelow(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
