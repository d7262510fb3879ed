package io.ledgerline.report.ledger;

/**
 * Something the ledger tells line by line. Whoever opens it closes it. Blocking; for one thread.
 *
 * @param <T> what a line says
 */
public interface LedgerStream<T> extends AutoCloseable {
  /**
   * The next line, null when all have come and the stream said so. What fails is an exception of
   * the ledger's client: a stream that is cut is never taken for a short one.
   */
  T next();

  @Override
  void close();
}
