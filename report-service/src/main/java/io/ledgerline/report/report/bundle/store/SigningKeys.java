package io.ledgerline.report.report.bundle.store;

import io.ledgerline.report.report.bundle.SigningKey;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The key that signs now, and the public halves of all that ever did: a bundle can be verified
 * however long ago its key was replaced.
 */
@ApplicationScoped
public class SigningKeys {
  private static final String SECRET = "signing-key";
  private static final String NOTE =
      "INSERT INTO signing_key (id, public_key, first_used_at) VALUES ($1, $2, $3)"
          + " ON CONFLICT (id) DO NOTHING";
  private static final String ALL =
      "SELECT id, public_key, first_used_at FROM signing_key ORDER BY first_used_at DESC, id";

  private final Pool database;
  private final ServiceSecrets secrets;
  private final SigningConfig config;
  private final Clock clock;
  private volatile SigningKey current;

  SigningKeys(Pool database, ServiceSecrets secrets, SigningConfig config, Clock clock) {
    this.database = database;
    this.secrets = secrets;
    this.config = config;
    this.clock = clock;
  }

  /**
   * A public key.
   *
   * @param id its id, as manifests name it
   * @param key X.509 SubjectPublicKeyInfo
   * @param firstUsedAt when this installation first signed with it
   */
  public record Public(String id, byte[] key, Instant firstUsedAt) {}

  /**
   * The key that signs now. Blocking.
   *
   * @throws IllegalArgumentException when the configured one is no Ed25519 key
   */
  public SigningKey current() {
    SigningKey key = current;
    if (key == null) {
      key = load();
      Tuple values =
          Tuple.of(key.id(), Buffer.buffer(key.publicKey()), Columns.utc(clock.instant()));
      Awaiting.outcome(database.preparedQuery(NOTE).execute(values));
      current = key;
    }
    return key;
  }

  /** All public keys, the newest first. */
  public Uni<List<Public>> all() {
    return database
        .query(ALL)
        .execute()
        .map(
            rows -> {
              List<Public> keys = new ArrayList<>();
              for (Row row : rows) {
                keys.add(
                    new Public(
                        row.getString("id"),
                        row.getBuffer("public_key").getBytes(),
                        Columns.instant(row, "first_used_at")));
              }
              return keys;
            });
  }

  private SigningKey load() {
    if (config.privateKeyFile().isPresent()) {
      return SigningKey.ofPem(text(config.privateKeyFile().get()));
    }
    return config
        .privateKey()
        .map(SigningKey::ofPem)
        .orElseGet(() -> SigningKey.of(secrets.of(SECRET, () -> SigningKey.generate().pkcs8())));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("ledgerline.signing.private-key-file cannot be read", e);
    }
  }
}
