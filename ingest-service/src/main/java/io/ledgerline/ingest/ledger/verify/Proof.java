package io.ledgerline.ingest.ledger.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a verification knows so far. For one thread at a time. */
final class Proof {
  private static final int MOST_FINDINGS = 10_000;
  private static final int MOST_REPORTED = 1_000_000;

  /** A batch that lacks rows, and when they may have been charged. */
  private record Gap(Instant from, Instant to) {}

  private final Scope scope;
  private final RowDigests digests;
  private final ChainCheck chain;
  private final KeySums keys = new KeySums();
  private final Set<UUID> reported = new HashSet<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final Map<LocalDate, Set<Long>> takingBack = new HashMap<>();
  private final List<Finding> fresh = new ArrayList<>();
  private long batches;
  private long events;
  private long findings;

  Proof(Scope scope, RowDigests digests, ChainCheck chain) {
    this.scope = scope;
    this.digests = digests;
    this.chain = chain;
  }

  Scope scope() {
    return scope;
  }

  RowDigests digests() {
    return digests;
  }

  ChainCheck chain() {
    return chain;
  }

  KeySums keys() {
    return keys;
  }

  /** A batch was checked. */
  void batch(Header header) {
    batches++;
    events += header.events();
  }

  /** Notes a finding; beyond very many they are only counted. */
  void found(Finding finding) {
    findings++;
    if (findings <= MOST_FINDINGS) {
      fresh.add(finding);
    }
  }

  /** A row that stands for its event's first version asks for this key. */
  void row(CheckedBatch.Entry entry, UUID body) {
    int second = Scope.seconds(entry.micros());
    if (scope.holds(second)) {
      keys.row(entry.identity(), body, entry.set().sourceId(), second);
    }
  }

  /** What became of an identity's row was told already; its key need not be told of again. */
  void reported(UUID identity) {
    if (identity != null && reported.size() < MOST_REPORTED) {
      reported.add(identity);
    }
  }

  boolean isReported(UUID identity) {
    return reported.contains(identity);
  }

  /** A batch lacks rows. */
  void gap(Header header) {
    gaps.add(new Gap(header.minTime(), header.maxTime()));
  }

  /** Whether a row charged in a second since 2000 may be one that a batch lacks. */
  boolean mayBeMissing(int second) {
    return gaps.stream()
        .anyMatch(gap -> Scope.seconds(gap.from()) <= second && second <= Scope.seconds(gap.to()));
  }

  /** A batch of a month has a row that takes another one back. */
  void takesBack(LocalDate month, long batchNo) {
    takingBack.computeIfAbsent(month, first -> new HashSet<>()).add(batchNo);
  }

  /** Numbers of the batches of a month that were seen to take rows back. */
  Set<Long> takingBack(LocalDate month) {
    return takingBack.getOrDefault(month, Set.of());
  }

  /** Findings since this was last asked. */
  List<Finding> fresh() {
    List<Finding> taken = List.copyOf(fresh);
    fresh.clear();
    return taken;
  }

  long batches() {
    return batches;
  }

  long events() {
    return events;
  }

  long findings() {
    return findings;
  }
}
