package io.ledgerline.report.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.UUID;

/**
 * Somebody whom the ledger names no more.
 *
 * @param id surrogate, under which the usage stays
 * @param name what the ledger called them until then
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ErasedPrincipal(UUID id, String name) {
  /** Checks that both are there. */
  public ErasedPrincipal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
  }
}
