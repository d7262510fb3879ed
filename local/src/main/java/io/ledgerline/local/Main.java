package io.ledgerline.local;

import io.ledgerline.local.command.DemoCommand;
import io.ledgerline.local.command.DownCommand;
import io.ledgerline.local.command.HttpCommand;
import io.ledgerline.local.command.LogsCommand;
import io.ledgerline.local.command.MailCommand;
import io.ledgerline.local.command.NativeCommand;
import io.ledgerline.local.command.ReconcileCommand;
import io.ledgerline.local.command.ResetCommand;
import io.ledgerline.local.command.StatusCommand;
import io.ledgerline.local.command.UpCommand;
import io.ledgerline.local.command.VerifyCommand;
import io.ledgerline.local.parts.PartsCommand;
import io.ledgerline.local.suite.SuiteException;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import software.amazon.awssdk.core.exception.SdkException;

/** The command line of the suite on one machine. */
@Command(
    name = "ledgerline",
    mixinStandardHelpOptions = true,
    description = "Runs the whole Ledgerline suite on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "./ledgerline bench measures how fast it is: ./ledgerline bench --help"},
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      MailCommand.class,
      HttpCommand.class,
      ReconcileCommand.class,
      VerifyCommand.class,
      ResetCommand.class,
      NativeCommand.class,
      PartsCommand.class
    })
public final class Main {
  private Main() {}

  /** Runs a command and exits with its status. */
  public static void main(String[] args) {
    CommandLine line =
        new CommandLine(new Main())
            .setExecutionExceptionHandler((e, command, parsed) -> explain(e, command.getErr()));
    System.exit(args.length == 0 ? line.execute("--help") : line.execute(args));
  }

  /** What the user can do something about is a sentence; all else comes with its stack trace. */
  private static int explain(Exception e, PrintWriter err) {
    if (e instanceof SuiteException
        || e instanceof SdkException
        || e instanceof IOException && e.getMessage() != null) {
      err.println("ledgerline: " + e.getMessage());
    } else {
      e.printStackTrace(err);
    }
    err.flush();
    return 1;
  }
}
