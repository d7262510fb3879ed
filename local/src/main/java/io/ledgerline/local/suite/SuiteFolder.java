package io.ledgerline.local.suite;

import io.ledgerline.local.https.HttpsCertificate;
import java.nio.file.Path;

/**
 * The places inside the folder that keeps everything between runs.
 *
 * @param data the folder, absolute
 */
public record SuiteFolder(Path data) {
  /** The folder of this checkout, or the one that LEDGERLINE_DATA names. */
  public static SuiteFolder find() {
    String elsewhere = System.getenv("LEDGERLINE_DATA");
    Path data =
        elsewhere == null || elsewhere.isBlank()
            ? Checkout.find().root().resolve(".ledgerline")
            : Path.of(elsewhere);
    return new SuiteFolder(data.toAbsolutePath().normalize());
  }

  /** What runs. */
  public Path state() {
    return data.resolve("state.json");
  }

  /** Held by the launcher while it lives. */
  public Path lock() {
    return data.resolve("launcher.lock");
  }

  /** What a part says. */
  public Path log(String name) {
    return data.resolve("logs").resolve(name + ".log");
  }

  /** A service's settings. */
  public Path settings(String name) {
    return data.resolve("settings").resolve(name + ".properties");
  }

  /** How to reach a part that its process has started. */
  public Path description(String name) {
    return data.resolve("run").resolve(name + ".json");
  }

  /** What services answer https with. */
  public HttpsCertificate https() {
    return HttpsCertificate.in(data);
  }

  /** The key with all rights. */
  public Path adminKey() {
    return data.resolve("admin.key");
  }
}
