package io.ledgerline.report.ledger.client;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;

/**
 * A page of the ledger's list of batches; only what is needed here.
 *
 * @param items batches
 * @param nextCursor null on the last page
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record BatchPage(List<Item> items, String nextCursor) {
  BatchPage {
    items = items == null ? List.of() : List.copyOf(items);
  }

  /** One batch. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Item(@JsonAlias("id") UUID batchId) {}
}
