package io.ledgerline.report.report;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.report.sheet.SheetFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * In which formats a run is wanted.
 *
 * @param sheets in their own order; none for what the kind makes by itself
 * @param bundleDelivered whether deliveries bring the signed bundle too; it is always made
 * @param furtherDelivered whether deliveries bring the kind's further files too; they are always
 *     made
 */
public record RunFormats(
    Set<SheetFormat> sheets, boolean bundleDelivered, boolean furtherDelivered) {
  /** What a kind makes when nothing is said. */
  public static final RunFormats DEFAULT = new RunFormats(Set.of(), false, false);

  private static final String ZIP = "zip";
  private static final String SUMMARY = "summary";
  private static final Set<String> DELIVERED = Set.of(ZIP, SUMMARY);
  private static final String FIELD = "formats";

  /** Without a kind's further files. */
  public RunFormats(Set<SheetFormat> sheets, boolean bundleDelivered) {
    this(sheets, bundleDelivered, false);
  }

  /** Copies, in a fixed order. */
  public RunFormats {
    Set<SheetFormat> sorted = EnumSet.noneOf(SheetFormat.class);
    sorted.addAll(sheets);
    sheets = java.util.Collections.unmodifiableSet(sorted);
  }

  /**
   * The formats of these names; null or empty for the default.
   *
   * @throws InvalidValueException when there is no such format, or one is named twice
   */
  public static RunFormats of(List<String> names) {
    if (names == null || names.isEmpty()) {
      return DEFAULT;
    }
    Set<SheetFormat> sheets = EnumSet.noneOf(SheetFormat.class);
    Set<String> delivered = new HashSet<>();
    for (String name : names) {
      boolean isNew =
          name != null && DELIVERED.contains(name) ? delivered.add(name) : sheets.add(sheet(name));
      if (!isNew) {
        throw new InvalidValueException(
            FIELD, "repeated-format", "'formats' names '" + name + "' twice.");
      }
    }
    return new RunFormats(sheets, delivered.contains(ZIP), delivered.contains(SUMMARY));
  }

  /**
   * These formats, when {@code kind} makes them all.
   *
   * @throws InvalidValueException when it does not
   */
  public RunFormats checkedFor(ReportKind kind) {
    if (!kind.formats().containsAll(sheets) || furtherDelivered && !kind.hasFurtherFiles()) {
      throw new InvalidValueException(
          FIELD,
          "unsupported-format",
          "'formats' of kind '%s' takes %s, zip%s."
              .formatted(
                  kind.name(),
                  kind.formats().stream().map(SheetFormat::wire).toList(),
                  kind.hasFurtherFiles() ? " and summary" : ""));
    }
    return this;
  }

  /** What {@code kind} has to write. */
  public Set<SheetFormat> wantedOf(ReportKind kind) {
    return sheets.isEmpty() ? Set.of(kind.formats().iterator().next()) : sheets;
  }

  /** The names of all formats. */
  public List<String> names() {
    List<String> names = new ArrayList<>(sheets.stream().map(SheetFormat::wire).toList());
    if (bundleDelivered) {
      names.add(ZIP);
    }
    if (furtherDelivered) {
      names.add(SUMMARY);
    }
    return List.copyOf(names);
  }

  private static SheetFormat sheet(String name) {
    return SheetFormat.of(name)
        .orElseThrow(
            () ->
                new InvalidValueException(
                    FIELD,
                    "unknown-format",
                    "'formats' takes %s, zip and summary."
                        .formatted(
                            Arrays.stream(SheetFormat.values()).map(SheetFormat::wire).toList())));
  }
}
