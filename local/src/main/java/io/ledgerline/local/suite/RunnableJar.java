package io.ledgerline.local.suite;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * A service's package, made to be run by {@code java -jar}, run with our guard beside it. Only
 * {@code -jar} reads what the manifest says about modules, so it is passed on here.
 */
final class RunnableJar {
  private static final String GUARD = "io.ledgerline.local.service.GuardedService";

  private RunnableJar() {}

  /**
   * The command that runs it under guard.
   *
   * @param options further options of the JVM
   * @throws IOException when the jar cannot be read, or names no main class
   */
  static List<String> command(Path jar, List<String> options) throws IOException {
    Attributes manifest = manifestOf(jar);
    String main = manifest.getValue(Attributes.Name.MAIN_CLASS);
    if (main == null) {
      throw new IOException(jar + " cannot be run: its manifest names no main class");
    }
    List<String> arguments = new ArrayList<>(options);
    addModules(arguments, "--add-opens=", manifest.getValue("Add-Opens"));
    addModules(arguments, "--add-exports=", manifest.getValue("Add-Exports"));
    arguments.add("-cp");
    arguments.add(Checkout.find().guardJar() + File.pathSeparator + jar);
    arguments.add(GUARD);
    arguments.add(main);
    return ChildProcess.java(arguments);
  }

  private static Attributes manifestOf(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest() == null ? new Attributes() : file.getManifest().getMainAttributes();
    }
  }

  private static void addModules(List<String> arguments, String option, String packages) {
    if (packages != null) {
      for (String one : packages.strip().split("\\s+")) {
        arguments.add(option + one + "=ALL-UNNAMED");
      }
    }
  }
}
