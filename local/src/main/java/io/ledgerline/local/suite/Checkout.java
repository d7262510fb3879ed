package io.ledgerline.local.suite;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The source tree that this program was built from, where the services' packages are.
 *
 * @param root its top folder
 */
public record Checkout(Path root) {
  /**
   * The tree of the running classes: they are in a {@code target} of one of its modules, or among
   * the libraries there.
   */
  public static Checkout find() {
    try {
      Path classes =
          Path.of(Checkout.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path target = classes.getParent();
      while (target.getParent() != null && !target.endsWith("target")) {
        target = target.getParent();
      }
      return new Checkout(target.getParent().getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** This module's own jar, whose manifest names its libraries. */
  public Path launcherJar() {
    return root.resolve("local/target/ledgerline-local-0.1.0-SNAPSHOT.jar");
  }

  /** The two classes that end a service with its launcher, without any library. */
  public Path guardJar() {
    return root.resolve("local/target/ledgerline-local-0.1.0-SNAPSHOT-guard.jar");
  }

  /**
   * A service's package.
   *
   * @throws SuiteException when it is not built
   */
  public Path serviceJar(String service) throws SuiteException {
    Path jar = root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new SuiteException(
          service + " is not built (no " + jar + "): run './mvnw package -DskipTests' first.");
    }
    return jar;
  }

  /** Where a service's native executable is once it is built. */
  public Path executable(Service service) {
    return root.resolve(service.module())
        .resolve("target/ledgerline-" + service.module() + "-0.1.0-SNAPSHOT-runner");
  }
}
