package io.ledgerline.testkit;

/**
 * The parts process as seen by every class loader of the JVM: Quarkus loads test classes more than
 * once, and static fields with them.
 */
public interface PartsControlMBean {
  /** The description that the process wrote. */
  String getDescription();

  /** Sends a line to the process and returns its answer. */
  String control(String line);
}
