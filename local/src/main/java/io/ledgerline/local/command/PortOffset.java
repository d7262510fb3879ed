package io.ledgerline.local.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that moves all ports, for a second suite on one machine. */
final class PortOffset {
  private static final int MOST = 40_000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private int value;

  /** Set by picocli. */
  @Option(
      names = "--port-offset",
      paramLabel = "N",
      defaultValue = "0",
      description = "Added to every port, so that two suites can run side by side.")
  void set(int offset) {
    if (offset < 0 || offset > MOST) {
      throw new ParameterException(
          spec.commandLine(), "--port-offset must be from 0 to " + MOST + ", not " + offset);
    }
    value = offset;
  }

  int value() {
    return value;
  }
}
