package io.ledgerline.local.suite;

/** Where a part of the suite is in its life. */
public enum PartPhase {
  /** Needs other parts first. */
  WAITING,
  /** Its process is starting. */
  STARTING,
  /** It can be used. */
  READY,
  /** It runs, but something it needs is away. Only seen from outside. */
  NOT_READY,
  /** It died and will be started again. */
  RESTARTING,
  /** It died too often. */
  FAILED,
  /** It does not run. */
  STOPPED
}
