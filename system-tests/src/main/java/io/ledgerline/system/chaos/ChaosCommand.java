package io.ledgerline.system.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.local.suite.Progress;
import io.ledgerline.local.suite.Replica;
import io.ledgerline.local.suite.SuiteFolder;
import io.ledgerline.system.chaos.load.Call;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shakes a suite of its own as hard as it can, and counts. */
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    description =
        "Kills, pauses and cuts off the parts of a suite of its own while numbered events come in,"
            + " and compares every count with what was sent.",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {"0:nothing was lost or doubled", "1:something was, or could not be told"})
public final class ChaosCommand implements Callable<Integer> {
  private static final int MOST_ROUNDS = 10_000;

  @Spec private CommandSpec spec;

  @Option(names = "--rounds", defaultValue = "3", description = "Rounds of kills (3).")
  private int rounds;

  @Option(names = "--seed", description = "Makes the same events and plans; random if not given.")
  private Long seed;

  @Option(names = "--events", defaultValue = "6000", description = "Events of a round (6000).")
  private int events;

  @Option(names = "--clients", defaultValue = "6", description = "Clients side by side (6).")
  private int clients;

  @Option(names = "--replicas", defaultValue = "2", description = "Replicas of each service (2).")
  private int replicas;

  @Option(
      names = "--port-offset",
      defaultValue = "600",
      description = "Added to every port of the suite (600).")
  private int portOffset;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the result there too.")
  private Path json;

  @Option(names = "--no-scenarios", description = "Leaves out all but the rounds of kills.")
  private boolean noScenarios;

  @Option(
      names = "--no-reference",
      description = "Leaves out the second suite, whose reports must be the same.")
  private boolean noReference;

  /** Runs the command and exits with its status. */
  public static void main(String[] args) {
    CommandLine line =
        new CommandLine(new ChaosCommand())
            .setCommandName("ledgerline chaos")
            .setExecutionExceptionHandler((e, command, parsed) -> explain(e, command.getErr()));
    System.exit(line.execute(args));
  }

  private static int explain(Exception e, PrintWriter err) {
    err.println("ledgerline: the chaos run could not be finished, so nothing is shown");
    e.printStackTrace(err);
    err.flush();
    return 1;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    require(rounds >= 0 && rounds <= MOST_ROUNDS, "--rounds must be from 0 to " + MOST_ROUNDS);
    require(events >= 1 && events <= MOST_ROUNDS * Call.MOST, "--events is out of range");
    require(clients >= 1 && clients <= 64, "--clients must be from 1 to 64");
    require(
        replicas >= 1 && replicas <= Replica.MOST, "--replicas must be from 1 to " + Replica.MOST);
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out);
    ChaosSettings settings =
        new ChaosSettings(
            seed == null ? ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE) : seed,
            rounds,
            events,
            clients,
            replicas,
            portOffset,
            SuiteFolder.find().data().resolve("chaos"),
            !noScenarios,
            !noReference);
    progress.line("Seed %d; data and logs in %s".formatted(settings.seed(), settings.data()));
    ChaosResult result =
        new ChaosRun(
                settings,
                line ->
                    progress.line(
                        String.format(
                            Locale.ROOT, "%7s  %s", Progress.text(progress.since()), line)))
            .run();
    out.println();
    result.table().forEach(out::println);
    out.flush();
    if (json != null) {
      Files.writeString(
          json,
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(result.json()));
    }
    return result.isExact() ? 0 : 1;
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }
}
