package io.ledgerline.report.rating;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** A book whose answers depend on the time of use. */
public interface Dated {
  /**
   * When answers may change, in any order: between two neighbours the same question always has the
   * same answer. None for answers that do not depend on time.
   */
  default Collection<Instant> changes() {
    return List.of();
  }
}
