package io.ledgerline.local.command;

import io.ledgerline.local.http.HttpFile;
import io.ledgerline.local.http.HttpRun;
import io.ledgerline.local.suite.Checkout;
import io.ledgerline.local.suite.Service;
import io.ledgerline.local.suite.SuiteException;
import io.ledgerline.local.suite.SuiteFolder;
import io.ledgerline.local.suite.SuiteState;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a collection of requests against the running suite. */
@Command(
    name = "http",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a file of HTTP requests against the running suite, with the admin's key, and checks",
      "the statuses that it expects. Exit status 0 when all are as expected, 1 when one is not."
    })
public final class HttpCommand implements Callable<Integer> {
  private static final String COLLECTION = "docs/http/ledgerline.http";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The collection (" + COLLECTION + ").")
  private Path file;

  @Override
  public Integer call() throws IOException, SuiteException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Path collection = file == null ? Checkout.find().root().resolve(COLLECTION) : file;
    HttpFile parsed;
    try {
      parsed = HttpFile.parse(Files.readString(collection));
    } catch (IllegalArgumentException e) {
      throw new SuiteException(collection + ", " + e.getMessage());
    }
    int failed =
        new HttpRun(parsed, places())
            .run(
                outcome -> {
                  out.println(line(outcome));
                  out.flush();
                });
    out.printf("%d requests, %d not answered as expected%n", parsed.calls().size(), failed);
    out.flush();
    return failed == 0 ? 0 : 1;
  }

  private static String line(HttpRun.Outcome outcome) {
    String line =
        "%s %3d  %-6s %s"
            .formatted(
                outcome.ok() ? "ok    " : "FAILED",
                outcome.status(),
                outcome.call().method(),
                outcome.call().title());
    return outcome.ok() ? line : line + System.lineSeparator() + "       " + outcome.trouble();
  }

  /** Where the services are, and the admin's key. */
  private static Map<String, String> places() throws IOException, SuiteException {
    SuiteFolder folder = SuiteFolder.find();
    SuiteState state =
        SuiteState.read(folder.state())
            .orElseThrow(
                () -> new SuiteException("Nothing runs; './ledgerline up' starts everything."));
    Map<String, String> places = new HashMap<>();
    for (Service service : Service.values()) {
      places.put(service.text(), service.url(state.portOffset()));
    }
    places.put("key", Files.readString(folder.adminKey()).strip());
    return places;
  }
}
