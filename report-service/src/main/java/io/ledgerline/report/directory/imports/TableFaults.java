package io.ledgerline.report.directory.imports;

import io.ledgerline.report.book.csv.RowFault;
import java.util.List;

/** A table cannot be taken as it is; nothing of it is. */
public final class TableFaults extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<RowFault> faults;

  /** Of at least one fault. */
  public TableFaults(List<RowFault> faults) {
    super("The table has faults; the directory is unchanged.", null, false, false);
    this.faults = List.copyOf(faults);
  }

  /** Where they are. */
  public List<RowFault> faults() {
    return faults;
  }
}
