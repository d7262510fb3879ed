package io.ledgerline.platform.access.oidc;

import java.util.regex.Pattern;

/** Tells a token from an API key by its form: three parts of base64url, the first of them JSON. */
public final class TokenText {
  /** Longest token that is read. */
  private static final int MAX_LENGTH = 16_384;

  private static final Pattern SHAPE = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");

  private TokenText() {}

  /** Whether a text has the form of a signed token. */
  public static boolean isOne(String text) {
    return text.length() <= MAX_LENGTH && SHAPE.matcher(text).matches();
  }
}
