package io.ledgerline.system.chaos.kill;

/** What is done to a running suite. */
public enum Blow {
  /** {@code kill -9} of ingest-service. */
  KILL_INGEST("kill ingest"),
  /** {@code kill -9} of report-service. */
  KILL_REPORT("kill report"),
  /** {@code kill -9} of notify-service. */
  KILL_NOTIFY("kill notify"),
  /** {@code kill -9} of the broker. */
  KILL_BROKER("kill broker"),
  /** {@code kill -9} of PostgreSQL's main process. */
  KILL_DATABASE("kill database"),
  /** {@code kill -9} of a process of PostgreSQL's that serves a connection: all of them restart. */
  KILL_BACKEND("kill backend"),
  /** ingest-service stands still for a while. */
  PAUSE_INGEST("pause ingest"),
  /** report-service stands still for a while. */
  PAUSE_REPORT("pause report"),
  /** The broker stands still for a while. */
  PAUSE_BROKER("pause broker");

  private final String text;

  Blow(String text) {
    this.text = text;
  }

  /** For people. */
  public String text() {
    return text;
  }
}
