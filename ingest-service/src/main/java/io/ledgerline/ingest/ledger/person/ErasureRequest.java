package io.ledgerline.ingest.ledger.person;

import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.usage.PrincipalName;
import io.ledgerline.platform.problem.InvalidRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is to be forgotten.
 *
 * @param names as sources spell them, in any case of letters; 1 to 1,000
 */
@RegisterForReflection
public record ErasureRequest(@Schema(examples = "[\"ada@example.org\"]") List<String> names) {
  private static final int MOST_NAMES = 1000;

  /** Checks the names; fails with 400. */
  public ErasureRequest {
    if (names == null || names.isEmpty() || names.size() > MOST_NAMES) {
      throw InvalidRequest.field("names", "length", "'names' has 1 to 1,000 entries.");
    }
    for (int i = 0; i < names.size(); i++) {
      Texts.required("names[" + i + "]", names.get(i), Texts.MAX_PRINCIPAL);
    }
    names = List.copyOf(names);
  }

  /** The names as they are compared. */
  Set<String> keys() {
    return names.stream().map(PrincipalName::key).collect(Collectors.toUnmodifiableSet());
  }
}
