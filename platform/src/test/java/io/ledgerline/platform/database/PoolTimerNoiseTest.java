package io.ledgerline.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class PoolTimerNoiseTest {
  private static boolean logged(String message, String className) {
    IllegalStateException thrown = new IllegalStateException(message);
    thrown.setStackTrace(
        new StackTraceElement[] {new StackTraceElement(className, "lambda", null, 1)});
    LogRecord record = new LogRecord(Level.SEVERE, "Uncaught exception received by Vert.x");
    record.setThrown(thrown);
    return new PoolTimerNoise().isLoggable(record);
  }

  @Test
  void onlyThePoolsComplaintAboutItsOwnTimerIsLeftOut() {
    String pool = "io.vertx.sqlclient.impl.pool.SqlConnectionPool";

    assertThat(logged("Result is already complete", pool)).isFalse();
    assertThat(logged("Result is already complete", "io.ledgerline.Other")).isTrue();
    assertThat(logged("Something else", pool)).isTrue();
    assertThat(new PoolTimerNoise().isLoggable(new LogRecord(Level.INFO, "started"))).isTrue();
  }
}
