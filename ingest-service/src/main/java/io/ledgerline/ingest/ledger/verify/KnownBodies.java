package io.ledgerline.ingest.ledger.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What keys say of a few identities.
 *
 * @param keys by identity
 * @param later bodies that came by corrections
 */
record KnownBodies(Map<UUID, Key> keys, Map<UUID, Set<UUID>> later) {
  private static final String KEYS =
      "SELECT identity, body, charge_second FROM event_key WHERE identity = ANY (?)";

  private static final String LATER =
      """
      SELECT identity, new_body FROM corrected_event
      WHERE identity = ANY (?) AND new_body IS NOT NULL
      UNION
      SELECT identity, body FROM event_version WHERE identity = ANY (?) AND body IS NOT NULL""";

  /**
   * A row of the key table.
   *
   * @param body digest of what the event said first
   * @param second its charge time in seconds since 2000
   */
  record Key(UUID body, int second) {}

  static KnownBodies of(Connection connection, Collection<UUID> identities) throws SQLException {
    Map<UUID, Key> keys = new HashMap<>();
    Map<UUID, Set<UUID>> later = new HashMap<>();
    Object[] wanted = identities.toArray();
    try (PreparedStatement statement = connection.prepareStatement(KEYS)) {
      statement.setArray(1, connection.createArrayOf("uuid", wanted));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          keys.put(
              rows.getObject(1, UUID.class),
              new Key(rows.getObject(2, UUID.class), rows.getInt(3)));
        }
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(LATER)) {
      statement.setArray(1, connection.createArrayOf("uuid", wanted));
      statement.setArray(2, connection.createArrayOf("uuid", wanted));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          later
              .computeIfAbsent(rows.getObject(1, UUID.class), identity -> new HashSet<>())
              .add(rows.getObject(2, UUID.class));
        }
      }
    }
    return new KnownBodies(keys, later);
  }

  /** Whether an identity has a key. */
  boolean hasKey(UUID identity) {
    return keys.containsKey(identity);
  }

  /** Whether an identity was ever recorded with a body. */
  boolean knows(UUID identity, UUID body) {
    Key key = keys.get(identity);
    return body != null
        && (key != null && key.body().equals(body)
            || later.getOrDefault(identity, Set.of()).contains(body));
  }
}
