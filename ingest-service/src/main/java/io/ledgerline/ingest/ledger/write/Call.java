package io.ledgerline.ingest.ledger.write;

import io.ledgerline.ingest.ledger.Afterwards;
import io.ledgerline.ingest.ledger.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One caller's events on their way into the ledger.
 *
 * @param prepared what it brought
 * @param afterwards what else belongs into its transaction
 * @param answer completed after the commit, with one outcome per event in the order given
 */
record Call(
    Preparation.Prepared prepared, Afterwards afterwards, CompletableFuture<List<Outcome>> answer) {
  Call(Preparation.Prepared prepared, Afterwards afterwards) {
    this(prepared, afterwards, new CompletableFuture<>());
  }

  int events() {
    return prepared.candidates().size();
  }
}
