package io.ledgerline.local.suite;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One of the processes that run a service side by side.
 *
 * @param service the service
 * @param number counted from 1
 */
public record Replica(Service service, int number) {
  /** How many one machine can have: their ports must not reach the next port offset. */
  public static final int MOST = 5;

  private static final int PORTS_APART = 10;
  private static final int HTTPS_PORT = 8443;

  /** Checks the number. */
  public Replica {
    if (number < 1 || number > MOST) {
      throw new IllegalArgumentException("replica must be from 1 to " + MOST + ", not " + number);
    }
  }

  /** The replica that is always there, at the service's own port. */
  public static Replica first(Service service) {
    return new Replica(service, 1);
  }

  /** Whether a part of that name is a service, not one of the parts that services need. */
  static boolean isNameOfOne(String part) {
    return Arrays.stream(Service.values())
        .anyMatch(s -> part.equals(s.text()) || part.startsWith(s.text() + "-"));
  }

  /** Its name on the command line and of its files: {@code ingest}, {@code ingest-2}. */
  public String name() {
    return named(service.text());
  }

  /** Its name for people. */
  public String title() {
    return named(service.module());
  }

  private String named(String base) {
    return number == 1 ? base : base + "-" + number;
  }

  /** The port, with an offset. */
  public int port(int offset) {
    return service.port(offset) + PORTS_APART * (number - 1);
  }

  /** The port for https, with an offset; empty when the service has none. */
  public OptionalInt httpsPort(int offset) {
    return service == Service.REPORT
        ? OptionalInt.of(HTTPS_PORT + PORTS_APART * (number - 1) + offset)
        : OptionalInt.empty();
  }

  /** Where it answers https, with an offset; empty when it does not. */
  public Optional<String> httpsUrl(int offset) {
    OptionalInt port = httpsPort(offset);
    return port.isPresent()
        ? Optional.of("https://localhost:" + port.getAsInt())
        : Optional.empty();
  }

  /** Where it is, with an offset. */
  public String url(int offset) {
    return "http://localhost:" + port(offset);
  }
}
