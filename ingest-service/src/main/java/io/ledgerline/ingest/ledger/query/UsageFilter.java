package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.platform.problem.InvalidRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which rows of the ledger are asked for. Null means any.
 *
 * @param from charge time, inclusive
 * @param to charge time, exclusive
 * @param sourceAccount where usage came from
 * @param principal who did it, by name or by surrogate
 * @param model what was used
 * @param provider who provides it
 * @param operation what was called
 * @param source who said it
 * @param id the source's own id
 * @param batch the batch it was committed with
 * @param further what else a row has to be
 * @param effective whether only rows are meant that count: those that add and were not taken back
 * @param scope of which accounts whoever asks sees anything
 */
record UsageFilter(
    Instant from,
    Instant to,
    String sourceAccount,
    String principal,
    String model,
    String provider,
    String operation,
    String source,
    String id,
    UUID batch,
    Predicate<LedgerLine> further,
    boolean effective,
    AccessScope scope) {
  /** Everything. */
  static final UsageFilter ALL =
      new UsageFilter(
          Span.EARLIEST, Span.LATEST, null, null, null, null, null, null, null, null, null, false);

  UsageFilter {
    from = from == null ? Span.EARLIEST : from;
    to = to == null ? Span.LATEST : to;
    checked("sourceAccount", sourceAccount);
    checked("principal", principal);
    checked("model", model);
    checked("provider", provider);
    checked("operation", operation);
    checked("source", source);
    checked("id", id);
  }

  /** What counts of a span: rows that add and were not taken back. */
  static UsageFilter effective(Instant from, Instant to) {
    return new UsageFilter(from, to, null, null, null, null, null, null, null, null, null, true);
  }

  /** Asked by somebody who sees everything. */
  UsageFilter(
      Instant from,
      Instant to,
      String sourceAccount,
      String principal,
      String model,
      String provider,
      String operation,
      String source,
      String id,
      UUID batch,
      Predicate<LedgerLine> further,
      boolean effective) {
    this(
        from,
        to,
        sourceAccount,
        principal,
        model,
        provider,
        operation,
        source,
        id,
        batch,
        further,
        effective,
        null);
  }

  /** The same as asked by somebody who sees a part. */
  UsageFilter within(AccessScope seen) {
    return new UsageFilter(
        from,
        to,
        sourceAccount,
        principal,
        model,
        provider,
        operation,
        source,
        id,
        batch,
        further,
        effective,
        seen);
  }

  /** The rows of one batch. */
  static UsageFilter ofBatch(UUID batch) {
    return new UsageFilter(
        null, null, null, null, null, null, null, null, null, batch, null, false);
  }

  /** Whether it asks for some dimension sets only. */
  boolean hasWords() {
    return Stream.of(sourceAccount, principal, model, provider, operation, source, scope)
        .anyMatch(Objects::nonNull);
  }

  /** Whether a row that has the words asked for is what else it has to be, too. */
  boolean accepts(LedgerLine line) {
    return further == null || further.test(line);
  }

  private static void checked(String name, String value) {
    if (value != null && (value.isEmpty() || value.length() > 2048 || value.indexOf(0) >= 0)) {
      throw InvalidRequest.field(name, "length", name + " has 1 to 2048 characters");
    }
  }
}
