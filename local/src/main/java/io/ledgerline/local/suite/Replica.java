package io.ledgerline.local.suite;

import java.util.Arrays;

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

  /** Where it is, with an offset. */
  public String url(int offset) {
    return "http://localhost:" + port(offset);
  }
}
