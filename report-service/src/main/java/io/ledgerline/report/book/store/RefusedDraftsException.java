package io.ledgerline.report.book.store;

import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.Explained;
import io.ledgerline.platform.problem.FieldError;
import io.ledgerline.report.book.DraftFault;
import java.util.List;

/** The book takes none of the drafts that came together, because some have faults. */
public final class RefusedDraftsException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  /** How many faults are told at once. */
  public static final int MOST_FAULTS = 100;

  private final transient List<DraftFault> faults;

  /** Keeps the first {@link #MOST_FAULTS} faults; there is at least one. */
  public RefusedDraftsException(List<DraftFault> faults) {
    super(detail(faults));
    this.faults = List.copyOf(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
  }

  /** The faults, by the draft's place. */
  public List<DraftFault> faults() {
    return faults;
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.INVALID_REQUEST;
  }

  @Override
  public String detail() {
    return getMessage();
  }

  @Override
  public List<FieldError> errors() {
    return faults.stream()
        .map(fault -> new FieldError(field(fault), fault.code(), fault.detail()))
        .toList();
  }

  private static String field(DraftFault fault) {
    String entry = "entries[" + fault.index() + "]";
    return fault.field().isEmpty() ? entry : entry + "." + fault.field();
  }

  private static String detail(List<DraftFault> faults) {
    return faults.size() == 1
        ? faults.getFirst().detail() + " The book is unchanged."
        : faults.size() + " faults; the book is unchanged.";
  }
}
