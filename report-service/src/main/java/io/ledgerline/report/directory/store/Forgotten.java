package io.ledgerline.report.directory.store;

import io.ledgerline.contracts.usage.PrincipalName;
import io.ledgerline.report.directory.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who is being erased.
 *
 * @param user surrogate in the directory
 * @param names what they were called and nobody else is, as spelt
 * @param surrogates in the ledger, by name as {@link Person#key} has it
 */
public record Forgotten(UUID user, List<String> names, Map<String, UUID> surrogates) {
  /** Copies. */
  public Forgotten {
    names = List.copyOf(names);
    surrogates = Map.copyOf(new HashMap<>(surrogates));
  }

  /** The names, as {@link Person#key} has them. */
  public List<String> keys() {
    return names.stream().map(Person::key).distinct().toList();
  }

  /** What stands from now on where a name stood. */
  public String insteadOf(String name) {
    return PrincipalName.erased(surrogates.getOrDefault(Person.key(name), user));
  }
}
