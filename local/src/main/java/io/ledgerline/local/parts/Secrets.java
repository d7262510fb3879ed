package io.ledgerline.local.parts;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerline.local.process.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Passwords and keys of the parts, made at random once per data folder and kept there in a file
 * that only its owner may read.
 *
 * @param postgresAdmin the superuser's password
 * @param roles password by database role, one role per service
 * @param mailbox the mailbox's password
 * @param s3AccessKey the store's access key
 * @param s3SecretKey the store's secret key
 */
public record Secrets(
    String postgresAdmin,
    Map<String, String> roles,
    String mailbox,
    String s3AccessKey,
    String s3SecretKey) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 24;

  /** Keeps its own copy of the map, in a fixed order. */
  public Secrets {
    roles = new TreeMap<>(roles);
  }

  /**
   * Those of the data folder, made now if it has none.
   *
   * @throws IOException when the folder cannot be read or written
   */
  public static Secrets in(Path data) throws IOException {
    JsonMapper json = new JsonMapper();
    Path file = data.resolve("secrets.json");
    if (Files.exists(file)) {
      return json.readValue(file.toFile(), Secrets.class);
    }
    PrivateFiles.createFolder(data);
    Map<String, String> roles = Map.of("ingest", random(), "report", random(), "notify", random());
    Secrets secrets =
        new Secrets(random(), roles, random(), "LL" + random().substring(0, 16), random());
    PrivateFiles.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(secrets));
    return secrets;
  }

  private static String random() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Secrets[not shown]";
  }
}
