package io.ledgerline.local;

import io.ledgerline.local.parts.PartsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the suite on one machine. */
@Command(
    name = "ledgerline",
    mixinStandardHelpOptions = true,
    description = "Runs the whole Ledgerline suite on this machine.",
    subcommands = {PartsCommand.class})
public final class Main {
  private Main() {}

  /** Runs a command and exits with its status. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
