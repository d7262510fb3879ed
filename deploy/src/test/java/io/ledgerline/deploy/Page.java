package io.ledgerline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed page, or a part of one, that is made from something else. A stale page fails the
 * build; {@code -Dledgerline.pages.refresh=true} writes it anew.
 */
public final class Page {
  private static final String REFRESH = "ledgerline.pages.refresh";

  private Page() {}

  /** Asserts that {@code file}, given from the root, is {@code wanted}. */
  public static void isUpToDate(String file, String wanted) {
    Path path = SourceTree.ROOT.resolve(file);
    if (Boolean.getBoolean(REFRESH)) {
      write(path, wanted);
    }
    assertThat(path).as(file).exists();
    assertThat(SourceTree.read(path))
        .as(
            "%s is stale. Write it anew with: ./mvnw -pl deploy test -D%s=true -Dtest='*Page*'",
            file, REFRESH)
        .isEqualTo(wanted);
  }

  /** Asserts the same for the lines between the comments that open and close {@code part}. */
  public static void partIsUpToDate(String file, String part, String wanted) {
    String open = "<!-- " + part + ": made by a test, do not edit -->\n";
    String close = "<!-- end of " + part + " -->";
    String text = SourceTree.read(file);
    assertThat(text).contains(open, close);
    int from = text.indexOf(open) + open.length();
    int to = text.indexOf(close);
    isUpToDate(file, text.substring(0, from) + wanted + text.substring(to));
  }

  private static void write(Path path, String text) {
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
