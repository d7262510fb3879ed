package io.ledgerline.report.report;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a kind has written.
 *
 * @param files in the order in which they are to be shown
 * @param totals what the run says of them; its events and quantities are all that was read
 */
public record ReportFiles(List<File> files, RunTotals totals) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  /**
   * The name, when it can do no harm in a folder, an archive, a header or an object's key.
   *
   * @throws IllegalArgumentException when it may lead elsewhere
   */
  public static String checkedName(String name) {
    if (!NAME.matcher(name).matches() || name.contains("..")) {
      throw new IllegalArgumentException("not the name of a report's file: " + name);
    }
    return name;
  }

  /**
   * One file.
   *
   * @param path where it lies
   * @param name how it is to be called
   * @param mediaType its content type
   * @param further whether it goes beyond the report itself: deliveries leave it out unless it is
   *     asked for
   */
  public record File(Path path, String name, String mediaType, boolean further) {
    /** A file of the report itself. */
    public File(Path path, String name, String mediaType) {
      this(path, name, mediaType, false);
    }

    /** Refuses names that may lead elsewhere. */
    public File {
      checkedName(name);
    }

    /** The same as one that goes beyond the report itself. */
    public File asFurther() {
      return new File(path, name, mediaType, true);
    }
  }
}
