package io.ledgerline.report.pricing.imports.litellm;

/** Whose price it is, as the book spells providers. */
final class Families {
  private Families() {}

  static String of(String provider) {
    return provider;
  }
}
