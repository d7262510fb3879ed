package io.ledgerline.local.suite;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the process that listens on a port, on systems that tell (Linux, one's own processes). */
final class PortOwner {
  private static final String LISTENING = "0A";
  private static final int LONGEST = 100;

  private final Path proc;

  /** Reads the process information in {@code proc}, which is {@code /proc} but in tests. */
  PortOwner(Path proc) {
    this.proc = proc;
  }

  /** A text like {@code process 4711 (java -jar app.jar)}; empty when it cannot be told. */
  Optional<String> of(int port) {
    try {
      Set<String> sockets = new HashSet<>();
      for (String table : List.of("net/tcp", "net/tcp6")) {
        if (Files.exists(proc.resolve(table))) {
          sockets.addAll(socketsIn(Files.readAllLines(proc.resolve(table)), port));
        }
      }
      return sockets.isEmpty() ? Optional.empty() : processWith(sockets);
    } catch (IOException cannotTell) {
      return Optional.empty();
    }
  }

  /** The socket numbers that listen on the port, from a table of the kernel's. */
  static Set<String> socketsIn(List<String> table, int port) {
    String end = String.format(Locale.ROOT, ":%04X", port);
    Set<String> found = new HashSet<>();
    for (String line : table) {
      String[] columns = line.strip().split("\\s+");
      if (columns.length > 9 && columns[1].endsWith(end) && columns[3].equals(LISTENING)) {
        found.add("socket:[" + columns[9] + "]");
      }
    }
    return found;
  }

  private Optional<String> processWith(Set<String> sockets) throws IOException {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        if (hasOne(process.resolve("fd"), sockets)) {
          return Optional.of("process " + process.getFileName() + commandOf(process));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean hasOne(Path descriptors, Set<String> sockets) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
      for (Path descriptor : all) {
        if (Files.isSymbolicLink(descriptor)
            && sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
          return true;
        }
      }
      return false;
    } catch (IOException notOursOrGone) {
      return false;
    }
  }

  private static String commandOf(Path process) {
    try {
      String command = Files.readString(process.resolve("cmdline")).replace('\0', ' ').strip();
      String shown = command.length() > LONGEST ? command.substring(0, LONGEST) + "…" : command;
      return shown.isEmpty() ? "" : " (" + shown + ")";
    } catch (IOException gone) {
      return "";
    }
  }
}
