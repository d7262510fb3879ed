package io.ledgerline.local.command;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerline.local.suite.PartPhase;
import io.ledgerline.local.suite.SuiteFolder;
import io.ledgerline.local.suite.SuiteStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what runs where. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Tells what runs where.",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {"0:everything is ready", "1:something is not ready", "3:nothing runs"})
public final class StatusCommand implements Callable<Integer> {
  private static final int NOTHING_RUNS = 3;

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "As JSON, for scripts.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    SuiteFolder folder = SuiteFolder.find();
    SuiteStatus status = SuiteStatus.of(folder);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(status));
    } else {
      print(out, status);
    }
    out.flush();
    if (!status.running()) {
      return NOTHING_RUNS;
    }
    return status.parts().stream().allMatch(part -> part.state() == PartPhase.READY) ? 0 : 1;
  }

  private static void print(PrintWriter out, SuiteStatus status) {
    if (!status.running()) {
      out.println("Nothing runs; './ledgerline up' starts everything.");
      return;
    }
    out.printf("%-15s %-10s %8s  %s%n", "PART", "STATE", "PROCESS", "WHERE");
    for (SuiteStatus.Part part : status.parts()) {
      String missing = part.missing().isEmpty() ? "" : "  (" + part.missing() + ")";
      out.printf(
          "%-15s %-10s %8s  %s%s%n",
          part.title(),
          part.state(),
          part.pid() == null ? "-" : part.pid().toString(),
          part.url(),
          missing);
    }
    out.println();
    out.println("launcher process " + status.launcherPid());
    out.println("admin key        " + status.adminKeyFile());
    if (status.https() != null) {
      out.println("https            " + status.https().url() + ", trust " + status.https().trust());
    }
    out.println("data             " + status.dataFolder());
  }
}
