package io.ledgerline.report.report.bundle.store;

import io.ledgerline.report.report.bundle.SigningKey;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.store.Columns;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** A key that cannot sign ends the start, not the first report. */
  void start(@Observes StartupEvent ignored) {
    configured(config);
  }

  /**
   * The configured key.
   *
   * @throws IllegalStateException that names the setting when it is no Ed25519 key; the message
   *     never shows the key
   */
  static Optional<SigningKey> configured(SigningConfig config) {
    if (config.privateKeyFile().isPresent()) {
      Path file = config.privateKeyFile().get();
      String setting = "ledgerline.signing.private-key-file (" + file + ")";
      return Optional.of(key(setting, text(setting, file)));
    }
    return config.privateKey().map(text -> key("ledgerline.signing.private-key", text));
  }

  private SigningKey load() {
    return configured(config)
        .orElseGet(() -> SigningKey.of(secrets.of(SECRET, () -> SigningKey.generate().pkcs8())));
  }

  private static SigningKey key(String setting, String text) {
    try {
      return SigningKey.ofPem(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "%s cannot sign reports: %s. One is made by: openssl genpkey -algorithm ed25519"
              .formatted(setting, e.getMessage()));
    }
  }

  private static String text(String setting, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(
          setting + " cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }
}
