package io.ledgerline.report.artifact;

import io.ledgerline.platform.problem.InvalidRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a file of a run is, told by its content type. */
public enum ArtifactFormat {
  /** A file for each table, for programs and spreadsheets. */
  CSV("text/csv"),
  /** An array of objects. */
  JSON("application/json"),
  /** An object a line. */
  JSONL("application/jsonl"),
  /** A workbook. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /** A page to read. */
  HTML("text/html"),
  /** The signed bundle of all of them. */
  ZIP("application/zip");

  private final String mediaType;

  ArtifactFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Its content type, without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** Its name in the API. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format's name in the API of a file of this content type; null when it is another one. */
  static String wireOf(String contentType) {
    String bare = contentType.split(";", 2)[0].strip();
    return Arrays.stream(values())
        .filter(format -> format.mediaType.equals(bare))
        .map(ArtifactFormat::wire)
        .findFirst()
        .orElse(null);
  }

  /** The format that a caller names; null for none. */
  static ArtifactFormat named(String wire) {
    if (wire == null) {
      return null;
    }
    List<String> names = Arrays.stream(values()).map(ArtifactFormat::wire).toList();
    if (!names.contains(wire)) {
      throw InvalidRequest.field("format", "unknown-format", "'format' is one of " + names + ".");
    }
    return values()[names.indexOf(wire)];
  }
}
