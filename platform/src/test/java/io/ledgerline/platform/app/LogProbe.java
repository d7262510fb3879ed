package io.ledgerline.platform.app;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Hears everything that is logged, at every level, until it is closed. */
public final class LogProbe extends Handler implements AutoCloseable {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Logger root = Logger.getLogger("");
  private final Logger ours = Logger.getLogger("io.ledgerline");
  private final Level before = ours.getLevel();

  private LogProbe() {}

  /** Begins to hear. */
  public static LogProbe start() {
    LogProbe probe = new LogProbe();
    probe.setLevel(Level.ALL);
    probe.ours.setLevel(Level.ALL);
    probe.root.addHandler(probe);
    return probe;
  }

  /** What was logged so far. */
  public String text() {
    return lines.stream().collect(Collectors.joining("\n"));
  }

  @Override
  public void publish(LogRecord line) {
    StringBuilder text = new StringBuilder(String.valueOf(line.getMessage()));
    Object[] parameters = line.getParameters();
    for (int i = 0; parameters != null && i < parameters.length; i++) {
      text.append(' ').append(parameters[i]);
    }
    for (Throwable cause = line.getThrown(); cause != null; cause = cause.getCause()) {
      text.append(' ').append(cause);
    }
    lines.add(text.toString());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    ours.setLevel(before);
  }
}
