package io.ledgerline.contracts.usage;

import io.ledgerline.contracts.Texts;
import java.util.Objects;

/**
 * Within a tenant, what makes an event the same event: source and id, and nothing else; not its
 * time, not who pays.
 *
 * @param source who said it
 * @param id the source's own id for it, 1 to 256 characters, case-sensitive
 */
public record EventIdentity(SourceName source, String id) {
  /** Checks the id. */
  public EventIdentity {
    Objects.requireNonNull(source, "source");
    id = Texts.required("id", id, Texts.MAX_NAME);
  }
}
