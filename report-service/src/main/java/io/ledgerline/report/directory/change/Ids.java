package io.ledgerline.report.directory.change;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identities as callers write them. */
public final class Ids {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Ids() {}

  /** The identity that a text is; empty when it is none, or null. */
  public static Optional<UUID> of(String text) {
    return text != null && FORM.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
