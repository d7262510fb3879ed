package io.ledgerline.report.access;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.Texts;
import java.time.Instant;

/**
 * What a new tenant is to be.
 *
 * @param id a lower-case letter, then up to 62 letters, digits or hyphens; it never changes
 * @param name what people call it; the id without one
 * @param adminKeyExpiresAt when its first key ends; null for never
 */
public record TenantWish(TenantId id, String name, Instant adminKeyExpiresAt) {
  private static final int MAX_NAME = 100;

  /** Checks id and name. */
  public TenantWish {
    if (id == null) {
      id = new TenantId(null);
    }
    name = name == null ? id.value() : Texts.required("name", name, MAX_NAME);
  }
}
