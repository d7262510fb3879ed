package io.ledgerline.report.report.sheet;

import java.time.LocalDateTime;
import java.util.zip.ZipEntry;

/** Entries of zip files that do not tell when they were written. */
public final class FixedZip {
  /** The earliest time a zip file can name. */
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

  private FixedZip() {}

  /** An entry with the one time that all have, in no zone. */
  public static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ALWAYS);
    return entry;
  }
}
