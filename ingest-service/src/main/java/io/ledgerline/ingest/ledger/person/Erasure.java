package io.ledgerline.ingest.ledger.person;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What an erasure did.
 *
 * @param erased principals without a name: those whose name went with this call, and those who were
 *     erased before and had one of the names as it is spelt here
 */
@RegisterForReflection
public record Erasure(List<ErasedPrincipal> erased) {
  /** Copies. */
  public Erasure {
    erased = List.copyOf(erased);
  }
}
