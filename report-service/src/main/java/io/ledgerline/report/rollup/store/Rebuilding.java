package io.ledgerline.report.rollup.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.YearMonth;

/** A rebuild on whose behalf batches are applied. */
public interface Rebuilding {
  /** There is none. */
  Rebuilding NONE =
      new Rebuilding() {
        @Override
        public YearMonth month() {
          return null;
        }

        @Override
        public Uni<Void> note(SqlConnection transaction) {
          return Uni.createFrom().voidItem();
        }
      };

  /** The month whose table takes all of the batches, and not only new ones; null for none. */
  YearMonth month();

  /** Notes, in the transaction that applies the batches, that they are dealt with. */
  Uni<Void> note(SqlConnection transaction);
}
