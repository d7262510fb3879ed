package io.ledgerline.ingest.ledger.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Something in the ledger that is not as it was committed.
 *
 * @param finding what kind
 * @param batchId the batch it concerns; absent when it concerns none, or one that is not there
 * @param events the events it concerns, at most {@link #MOST_EVENTS}
 * @param detail in a sentence; never names of people
 */
@RegisterForReflection(targets = {Finding.class, Finding.Event.class})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(Kind finding, UUID batchId, List<Event> events, String detail) {
  /** Most events that one finding names. */
  public static final int MOST_EVENTS = 100;

  /** What may be wrong. */
  public enum Kind {
    /** A row that was committed is gone. */
    ROW_MISSING,
    /** A row says something else than was committed. */
    ROW_CHANGED,
    /** A row was not committed by the ledger. */
    ROW_ADDED,
    /** A row's identity key is gone: the event could be recorded again. */
    KEY_MISSING,
    /** An identity key says something else than its row. */
    KEY_CHANGED,
    /** An identity key has no row: the event would be taken for a duplicate. */
    KEY_ADDED,
    /** A batch's own figures or digest do not fit its rows. */
    BATCH_CHANGED,
    /** A batch's header does not fit the chain. */
    CHAIN_BROKEN,
    /**
     * A row that takes back does not fit what it takes back, or the notes of a correction do not.
     */
    CORRECTION_BROKEN,
    /** A batch was not sealed for long. */
    UNSEALED_OLD;

    /** As it is written. */
    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * An event that a finding names.
   *
   * @param source who said it; absent when it is not known
   * @param id the source's own id; absent when only the key is there
   * @param identity digest of tenant, source and id, as in the key table
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Event(String source, String id, UUID identity) {}

  /** Copies as many events as may be named. */
  public Finding {
    events =
        events.size() > MOST_EVENTS
            ? List.copyOf(events.subList(0, MOST_EVENTS))
            : List.copyOf(events);
  }

  static Finding of(Kind kind, UUID batchId, String detail) {
    return new Finding(kind, batchId, List.of(), detail);
  }

  static Finding of(Kind kind, UUID batchId, Event event, String detail) {
    return new Finding(kind, batchId, List.of(event), detail);
  }
}
