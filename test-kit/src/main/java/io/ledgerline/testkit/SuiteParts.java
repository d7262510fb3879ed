package io.ledgerline.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerline.local.parts.PartName;
import io.ledgerline.local.parts.PartsDescription;

/**
 * The real parts of this test JVM: PostgreSQL, Kafka, a mailbox and an object store, started once
 * at the first use, stopped at the JVM's end. All methods may be called from any thread and from
 * any class loader.
 */
public final class SuiteParts {
  private static final SuiteParts INSTANCE = new SuiteParts();

  private SuiteParts() {}

  /** The parts, started if they were not. */
  public static SuiteParts get() {
    PartsProcess.ensureStarted();
    return INSTANCE;
  }

  /** How to reach each part. */
  public PartsDescription description() {
    try {
      return new JsonMapper().readValue(PartsProcess.description(), PartsDescription.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The parts described themselves in an unknown way", e);
    }
  }

  /**
   * Takes a part away, as an outage would, until the returned handle is closed; its data stays, and
   * it comes back at the same port.
   */
  public Outage outageOf(PartName part) {
    PartsProcess.control("stop " + part.text());
    return () -> PartsProcess.control("start " + part.text());
  }

  /** Ends an outage. */
  @FunctionalInterface
  public interface Outage extends AutoCloseable {
    /** Brings the part back and returns when it can be used. */
    @Override
    void close();
  }
}
