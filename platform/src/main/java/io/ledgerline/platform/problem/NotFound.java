package io.ledgerline.platform.problem;

import java.util.List;
import java.util.Map;

/** What the address names does not exist for the caller's tenant: 404. */
public final class NotFound extends LedgerlineException {
  private static final long serialVersionUID = 1L;

  /** Something that is not there, in a sentence. */
  public NotFound(String detail) {
    super(ErrorCode.NOT_FOUND, detail, List.of(), Map.of(), null);
  }

  /** A thing of a kind ("report run") with an identifier that is not there. */
  public static NotFound of(String kind, Object id) {
    return new NotFound("There is no %s %s.".formatted(kind, id));
  }
}
