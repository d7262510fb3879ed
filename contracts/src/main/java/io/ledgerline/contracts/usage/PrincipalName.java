package io.ledgerline.contracts.usage;

import java.text.Normalizer;
import java.util.Locale;

/** The name of a person or machine, as sources and directories spell it. */
public final class PrincipalName {
  private PrincipalName() {}

  /** A name as it is compared with others: whatever its case and its ends. */
  public static String key(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** What stands for the name of somebody who was erased: it tells one from another, no more. */
  public static String erased(Object surrogate) {
    return "erased-" + surrogate;
  }
}
