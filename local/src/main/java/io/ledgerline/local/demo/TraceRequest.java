package io.ledgerline.local.demo;

import java.time.Instant;

/**
 * One request of the trace.
 *
 * @param row its row in the file, from 0
 * @param at when it was made
 * @param contextTokens tokens it sent
 * @param generatedTokens tokens it got
 */
record TraceRequest(int row, Instant at, int contextTokens, int generatedTokens) {
  /** Reads a line {@code 2023-11-16 18:17:03.9799600,4808,10}; the time is taken as UTC. */
  static TraceRequest parse(int row, String line) {
    String[] cells = line.strip().split(",");
    return new TraceRequest(
        row,
        Instant.parse(cells[0].replace(' ', 'T') + "Z"),
        Integer.parseInt(cells[1]),
        Integer.parseInt(cells[2]));
  }
}
