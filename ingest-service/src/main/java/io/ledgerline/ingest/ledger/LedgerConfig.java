package io.ledgerline.ingest.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the ledger is kept. */
@ConfigMapping(prefix = "ledgerline.ledger")
public interface LedgerConfig {
  /**
   * How far ahead of our clock an event's time may lie; one from further ahead is rejected. Default
   * 24 h.
   */
  @WithDefault("24h")
  Duration maxAhead();

  /**
   * How many transactions record events at the same time. Each has a thread and a database
   * connection of its own; calls that arrive meanwhile share the next one. Default 2.
   */
  @WithDefault("2")
  int writers();

  /** About how many events one transaction records at most. Default 5,000. */
  @WithDefault("5000")
  int eventsPerCommit();

  /**
   * How long a transaction with fewer than 32 events waits for more while another is under way. A
   * call that comes alone never waits. Default 2 ms.
   */
  @WithDefault("2ms")
  Duration gather();

  /**
   * How many events may wait to be recorded; calls beyond that are answered 503, so that memory
   * stays bounded while the database is slow. Default 100,000.
   */
  @WithDefault("100000")
  int maxWaitingEvents();

  /**
   * How many interned words of each kind (sources, principals, dimension sets) are remembered in
   * memory. Default 50,000.
   */
  @WithDefault("50000")
  int rememberedWords();

  /** How often settled batches are sealed when nobody asks for it. Default 5 s. */
  @WithDefault("5s")
  String sealInterval();

  /**
   * How long publication from memory has after the commit before a batch is taken up from the
   * ledger. Default 5 s.
   */
  @WithDefault("5s")
  Duration relayAfter();

  /** How many months ahead partitions are made. Default 2. */
  @WithDefault("2")
  int partitionsAhead();

  /** About how many events are read at a time when event detail is streamed. Default 2,000. */
  @WithDefault("2000")
  int detailPage();
}
