package io.ledgerline.local.suite;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a log. */
public final class LogTail {
  private static final int BYTES = 64 << 10;
  private static final int LONGEST = 300;
  private static final Pattern TROUBLE =
      Pattern.compile("\\b(ERROR|FATAL|PANIC|SEVERE|[A-Za-z.]+(Exception|Error)\\b)|^ledgerline: ");
  private static final Pattern STACK = Pattern.compile("^\\s+(at |\\.\\.\\. )");

  private LogTail() {}

  /**
   * The last lines of a log, from {@code start} bytes on.
   *
   * @return empty when there is no log
   * @throws IOException when it cannot be read
   */
  public static List<String> lines(Path log, long start) throws IOException {
    if (!Files.exists(log)) {
      return List.of();
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(Math.min(start, file.length()), file.length() - BYTES);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** The line that says most about an end: the last that tells of trouble, else the last at all. */
  static String lastWords(List<String> lines) {
    List<String> said =
        lines.stream().filter(l -> !l.isBlank() && !STACK.matcher(l).find()).toList().reversed();
    String words =
        said.stream()
            .filter(line -> TROUBLE.matcher(line).find())
            .findFirst()
            .orElse(said.isEmpty() ? "" : said.getFirst())
            .strip();
    return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
  }
}
