package io.ledgerline.platform.access;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys from configuration. A wrong entry ends the start with a sentence that names it. */
@Singleton
class StaticKeys {
  private static final Set<String> KNOWN_ROLES =
      Stream.concat(Roles.ALL.stream(), Stream.of(Roles.OPERATOR))
          .collect(Collectors.toCollection(TreeSet::new));

  private final List<KnownKey> keys;

  StaticKeys(AccessConfig config) {
    keys = config.staticKeys().entrySet().stream().map(StaticKeys::read).toList();
  }

  /** Finds the key with a digest; looks at every key, so that the time tells nothing. */
  Optional<KnownKey> find(byte[] digest) {
    KnownKey found = null;
    for (KnownKey key : keys) {
      found = key.matches(digest) ? key : found;
    }
    return Optional.ofNullable(found);
  }

  private static KnownKey read(Map.Entry<String, AccessConfig.StaticKey> entry) {
    String name = entry.getKey();
    AccessConfig.StaticKey key = entry.getValue();
    String sha256 = key.sha256().strip().toLowerCase(Locale.ROOT);
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalStateException(
          "ledgerline.access.static-keys.%s.sha256 must be 64 hex digits".formatted(name));
    }
    if (!KNOWN_ROLES.containsAll(key.roles())) {
      throw new IllegalStateException(
          "ledgerline.access.static-keys.%s.roles knows only %s".formatted(name, KNOWN_ROLES));
    }
    if (key.roles().contains(Roles.OPERATOR) && !key.tenant().equals(TenantId.DEFAULT.value())) {
      throw new IllegalStateException(
          "ledgerline.access.static-keys.%s: an operator's key is of tenant %s"
              .formatted(name, TenantId.DEFAULT));
    }
    return new KnownKey(
        name, name, new TenantId(key.tenant()), key.roles(), sha256, null, false, scope(name, key));
  }

  private static AccessScope scope(String name, AccessConfig.StaticKey key) {
    if (key.accounts().isEmpty() && key.costCentres().isEmpty()) {
      return null;
    }
    try {
      return new AccessScope(key.accounts().orElse(Set.of()), key.costCentres().orElse(Set.of()));
    } catch (InvalidValueException e) {
      throw new IllegalStateException(
          "ledgerline.access.static-keys.%s names no scope: %s".formatted(name, e.detail()), e);
    }
  }
}
