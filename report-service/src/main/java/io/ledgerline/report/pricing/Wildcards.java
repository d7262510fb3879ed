package io.ledgerline.report.pricing;

/** Patterns with {@code *} for any run of characters, an empty one too. */
public final class Wildcards {
  private static final char STAR = '*';

  private Wildcards() {}

  /** Whether {@code name} fits {@code pattern}; takes time in their lengths' product at most. */
  public static boolean fits(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int retry = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == STAR) {
        star = p++;
        retry = n;
      } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == STAR) {
      p++;
    }
    return p == pattern.length();
  }

  /** What every name that fits begins with. */
  static String prefix(String pattern) {
    return pattern.substring(0, pattern.indexOf(STAR));
  }

  /** What every name that fits ends with. */
  static String suffix(String pattern) {
    return pattern.substring(pattern.lastIndexOf(STAR) + 1);
  }

  /**
   * Whether some name fits both of two patterns. It does just when one's beginning begins the
   * other's, and one's end ends the other's: then the longer beginning, all that stands between
   * stars in the first and then in the second, and the longer end make such a name.
   */
  public static boolean meet(String one, String other) {
    return oneBegins(prefix(one), prefix(other)) && oneEnds(suffix(one), suffix(other));
  }

  private static boolean oneBegins(String a, String b) {
    return a.startsWith(b) || b.startsWith(a);
  }

  private static boolean oneEnds(String a, String b) {
    return a.endsWith(b) || b.endsWith(a);
  }
}
