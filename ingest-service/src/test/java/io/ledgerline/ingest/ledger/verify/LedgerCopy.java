package io.ledgerline.ingest.ledger.verify;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Instant;

/** A copy of what a test is about to tamper with, and the way back. */
final class LedgerCopy implements AutoCloseable {
  private static final String DAY =
      "charge_time >= '%1$s' AND charge_time < timestamptz '%1$s' + interval '1 day'";
  private static final String KEYS =
      "charge_second >= extract(epoch FROM timestamptz '%1$s') - 946684800 AND"
          + " charge_second < extract(epoch FROM timestamptz '%1$s') - 946684800 + 86400";

  private final Pool database;
  private final Instant day;

  /** Copies a day's rows and keys, all dimension sets, all headers and all notes of corrections. */
  LedgerCopy(Pool database, Instant day) {
    this.database = database;
    this.day = day;
    drop();
    run("CREATE TABLE copied_event AS SELECT * FROM ledger_event WHERE " + DAY.formatted(day));
    run("CREATE TABLE copied_key AS SELECT * FROM event_key WHERE " + KEYS.formatted(day));
    run("CREATE TABLE copied_set AS SELECT * FROM dimension_set");
    run("CREATE TABLE copied_batch AS SELECT * FROM batch");
    run("CREATE TABLE copied_note AS SELECT * FROM corrected_event");
    run("CREATE TABLE copied_version AS SELECT * FROM event_version");
  }

  /** Does one statement. */
  void run(String sql) {
    database.query(sql).execute().await().indefinitely();
  }

  /** Puts everything back as it was. */
  @Override
  public void close() {
    run("DELETE FROM ledger_event WHERE " + DAY.formatted(day));
    run(
        "DELETE FROM ledger_event WHERE batch_no IN (SELECT batch_no FROM copied_event) OR batch_no > 1000000");
    run("INSERT INTO ledger_event SELECT * FROM copied_event");
    run("DELETE FROM event_key WHERE " + KEYS.formatted(day));
    run("DELETE FROM event_key WHERE identity IN (SELECT identity FROM copied_key)");
    run("INSERT INTO event_key SELECT * FROM copied_key");
    run(
        "UPDATE dimension_set d SET source_account = c.source_account, model = c.model,"
            + " tenant = c.tenant FROM copied_set c WHERE c.id = d.id");
    run(
        "UPDATE batch b SET events = c.events, accepted = c.accepted, digest = c.digest,"
            + " min_time = c.min_time, max_time = c.max_time, chain = c.chain,"
            + " posted_at = c.posted_at FROM copied_batch c WHERE c.batch_no = b.batch_no");
    run("DELETE FROM corrected_event");
    run("INSERT INTO corrected_event SELECT * FROM copied_note");
    run("DELETE FROM event_version");
    run("INSERT INTO event_version SELECT * FROM copied_version");
    drop();
  }

  private void drop() {
    run(
        "DROP TABLE IF EXISTS copied_event, copied_key, copied_set, copied_batch,"
            + " copied_note, copied_version");
  }
}
