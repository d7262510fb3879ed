package io.ledgerline.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DependencyFailuresTest {
  static Throwable[] away() {
    return new Throwable[] {
      new ConnectException("refused"),
      new SocketTimeoutException(),
      new TimeoutException(),
      new NoStackTraceThrowable("Timeout"),
      new PgException("starting up", "FATAL", "57P03", null),
      new PgException("too many connections", "FATAL", "53300", null),
      new SQLException("starting up", "57P03"),
      new SQLException("An I/O error occurred while sending to the backend.", "08006"),
      new org.apache.kafka.common.errors.TimeoutException("no broker"),
      new IllegalStateException(new RuntimeException(new ConnectException()))
    };
  }

  static Throwable[] ours() {
    return new Throwable[] {
      new PgException("syntax", "ERROR", "42601", null),
      new PgException("duplicate", "ERROR", "23505", null),
      new SQLException("duplicate", "23505"),
      new SQLException("no state"),
      new SerializationException("bad"),
      new IllegalStateException("bug"),
      itself()
    };
  }

  @ParameterizedTest
  @MethodSource("away")
  void aPartThatIsAwayIsSeenThroughItsWrappers(Throwable failure) {
    assertThat(DependencyFailures.isAway(failure)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("ours")
  void aFaultOfOurOwnIsNotTakenForIt(Throwable failure) {
    assertThat(DependencyFailures.isAway(failure)).isFalse();
  }

  private static Throwable itself() {
    RuntimeException one = new RuntimeException("one");
    one.initCause(new RuntimeException("two", one));
    return one;
  }
}
