package io.ledgerline.local.suite;

import java.util.List;
import java.util.Locale;

/** The three services. */
public enum Service {
  /** Takes usage in and keeps the ledger. */
  INGEST(8081, List.of("postgres", "kafka", "s3")),
  /** Rolls up, prices and reports. */
  REPORT(8082, List.of("postgres", "kafka", "s3")),
  /** Delivers reports. */
  NOTIFY(8083, List.of("postgres", "kafka", "mail", "s3"));

  private final int port;
  private final List<String> needs;

  Service(int port, List<String> needs) {
    this.port = port;
    this.needs = needs;
  }

  /** The name on the command line, of its schema and of its database role. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name for people, and of its module. */
  public String module() {
    return text() + "-service";
  }

  /** The port, with an offset. */
  public int port(int offset) {
    return port + offset;
  }

  /** Where it is, with an offset. */
  public String url(int offset) {
    return "http://localhost:" + port(offset);
  }

  /** The parts it uses. */
  List<String> needs() {
    return needs;
  }
}
