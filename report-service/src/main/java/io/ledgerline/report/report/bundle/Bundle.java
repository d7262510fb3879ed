package io.ledgerline.report.report.bundle;

import io.ledgerline.report.report.ReportFiles;
import io.ledgerline.report.report.sheet.FixedZip;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipOutputStream;

/**
 * The archive: {@code manifest.json}, {@code manifest.sig} with the 64 bytes of its signature, and
 * the files, sorted by name, all of the same fixed time. Streams.
 */
public final class Bundle {
  /** The manifest's name in the archive. */
  public static final String MANIFEST = "manifest.json";

  /** The signature's name in the archive. */
  public static final String SIGNATURE = "manifest.sig";

  /** The archive's content type. */
  public static final String MEDIA_TYPE = "application/zip";

  private Bundle() {}

  /** Writes something into an entry. */
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes the archive.
   *
   * @throws IllegalArgumentException when two entries would have the same name
   */
  public static void write(
      Path archive, Manifest manifest, SigningKey key, List<ReportFiles.File> files)
      throws IOException {
    byte[] bytes = manifest.bytes(key);
    SortedMap<String, Content> entries = new TreeMap<>();
    entries.put(MANIFEST, out -> out.write(bytes));
    entries.put(SIGNATURE, out -> out.write(key.sign(bytes)));
    for (ReportFiles.File file : files) {
      if (entries.put(file.name(), out -> Files.copy(file.path(), out)) != null) {
        throw new IllegalArgumentException("two files are called " + file.name());
      }
    }
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(archive));
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(FixedZip.entry(entry.getKey()));
        entry.getValue().writeTo(zip);
        zip.closeEntry();
      }
    }
  }
}
