package io.ledgerline.report.report;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.report.sheet.SheetFormat;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A kind of report: what it collects and how it lays it out. A new kind is a package with one bean
 * that implements this; nothing else has to know of it.
 */
public interface ReportKind {
  /** The kind's name in the API, such as {@code daily-usage}. */
  String name();

  /** What it says, in a sentence. */
  String description();

  /**
   * The formats it can be written in; the first is what it makes when nothing else is asked for.
   */
  default List<SheetFormat> formats() {
    return List.of(SheetFormat.CSV);
  }

  /**
   * Whether callers who see only a part of the tenant may have it: it takes all that it says of
   * usage from {@code material.detail()}, which is cut to their part, or cuts by itself. A kind
   * that says nothing of it is refused to them.
   *
   * @param scope what they see
   */
  default boolean keeps(AccessScope scope) {
    return false;
  }

  /**
   * Whether it writes further files beside the report itself ({@link ReportFiles.File#further}),
   * which deliveries bring only when they are asked for.
   */
  default boolean hasFurtherFiles() {
    return false;
  }

  /**
   * Writes the report's files, in the formats that {@code material} wants, into its folder. Runs on
   * a virtual thread and may block. The same material gives the same bytes.
   */
  ReportFiles write(ReportMaterial material) throws IOException;

  /**
   * The marks of a new run. A kind that fixes a period once it is over answers with those that the
   * period was fixed at; others with {@code now}. Runs on a virtual thread and may block.
   *
   * @param now the marks of a run that is begun now
   */
  default RunMarks marks(TenantId tenant, Period period, RunMarks now) {
    return now;
  }

  /**
   * The names of further tables whose lines it can explain; the first table has no need of a name.
   */
  default List<String> furtherTables() {
    return List.of();
  }

  /**
   * What is behind a line of the artifact, as it was written; empty when there is no such line, or
   * when this kind cannot tell. Runs on a virtual thread and may block. Kinds that give each event
   * a line of its own find it through {@link LineIndex}; kinds that group events name them by what
   * they group by.
   */
  default Optional<ExplainedLine> explain(LineQuestion question) throws IOException {
    return Optional.empty();
  }
}
