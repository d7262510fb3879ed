package io.ledgerline.testkit;

import io.ledgerline.local.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** Starts the parts process once per JVM and talks to it. */
final class PartsProcess {
  private static final MBeanServer REGISTRY = ManagementFactory.getPlatformMBeanServer();
  private static final ObjectName NAME = name();
  private static final long START_SECONDS = 90;
  private static final long STOP_SECONDS = 20;

  private PartsProcess() {}

  private static ObjectName name() {
    try {
      return new ObjectName("io.ledgerline.testkit:type=Parts");
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  static void ensureStarted() {
    synchronized (REGISTRY) {
      if (!REGISTRY.isRegistered(NAME)) {
        try {
          PartsControl control = start();
          REGISTRY.registerMBean(new StandardMBean(control, PartsControlMBean.class), NAME);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        } catch (JMException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  static String description() {
    try {
      return (String) REGISTRY.getAttribute(NAME, "Description");
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  static void control(String line) {
    try {
      String answer =
          (String)
              REGISTRY.invoke(
                  NAME, "control", new Object[] {line}, new String[] {String.class.getName()});
      if (!answer.startsWith("done ")) {
        throw new IllegalStateException(answer);
      }
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PartsControl start() throws IOException {
    Path folder =
        Files.createDirectories(Path.of("target").toAbsolutePath())
            .resolve("parts-" + ProcessHandle.current().pid());
    Folders.delete(folder);
    Files.createDirectories(folder);
    Path description = folder.resolve("description.json");
    Path log = folder.resolveSibling("parts.log");
    Process process =
        new ProcessBuilder(PartsCommandLine.of(folder, description))
            .redirectError(log.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder), "stop-parts"));
    awaitDescription(process, description, log);
    return new PartsControl(process, Files.readString(description));
  }

  private static void awaitDescription(Process process, Path description, Path log)
      throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!Files.exists(description)) {
      if (ends(process, 50)) {
        throw new IOException("The parts did not start: " + Files.readString(log));
      }
      if (System.nanoTime() > end) {
        throw new IOException("The parts were not up within " + START_SECONDS + " s; see " + log);
      }
    }
  }

  private static boolean ends(Process process, long millis) throws IOException {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while the parts were starting", e);
    }
  }

  private static void stop(Process process, Path folder) {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
