package io.ledgerline.local.suite;

import java.time.Instant;
import java.util.Optional;

/**
 * A process that can be recognised later: an id alone may belong to somebody else by then.
 *
 * @param pid its id
 * @param startedAt when it started, or null where the system does not tell
 */
public record ProcessMark(long pid, Instant startedAt) {
  /** The mark of a running process. */
  public static ProcessMark of(ProcessHandle process) {
    return new ProcessMark(process.pid(), process.info().startInstant().orElse(null));
  }

  /** The process, if it still runs. */
  public Optional<ProcessHandle> alive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> startedAt == null || of(process).startedAt().equals(startedAt));
  }
}
