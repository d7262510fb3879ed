package io.ledgerline.report.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * Something that the ledger's own verification has found.
 *
 * @param finding what, in kebab case, such as {@code row-missing}
 * @param batchId the batch concerned; may be null
 * @param events the events concerned, as far as they are known
 * @param detail for a person; may be null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LedgerFinding(String finding, UUID batchId, List<EventRef> events, String detail) {
  /** Copies. */
  public LedgerFinding {
    events = events == null ? List.of() : List.copyOf(events);
  }

  /**
   * Which event.
   *
   * @param source who said it; null when unknown, like the id
   * @param id the source's own id for it
   * @param identity digest of source and id, which is left when a row is gone; null when not needed
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record EventRef(String source, String id, String identity) {}
}
