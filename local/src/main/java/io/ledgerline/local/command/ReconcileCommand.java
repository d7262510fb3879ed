package io.ledgerline.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.local.client.ApiClient;
import io.ledgerline.local.suite.Service;
import io.ledgerline.local.suite.SuiteException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks the running suite whether all stages say the same, and shows where they do not. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    description = "Compares what was accepted with ledger, topic, rollups and reports.",
    exitCodeOnInvalidInput = ReconcileCommand.FAILED,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:everything agrees",
      "1:something differs",
      "2:something is still on its way",
      "3:it could not be compared"
    })
public final class ReconcileCommand implements Callable<Integer> {
  static final int FAILED = 3;

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int MOST_LINES = 10_000;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Spec private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "A whole hour (UTC), such as 2026-01-31T00:00:00Z. Default: 24 hours before.")
  private Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Exclusive, at most 31 days later. Default: the end of this hour.")
  private Instant to;

  @Option(names = "--json", description = "As JSON, for scripts.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try {
      JsonNode outcome = ask(SuiteAccess.to(Service.REPORT, err));
      if (json) {
        out.println(JSON.writeValueAsString(outcome));
      } else {
        ReconciliationText.print(out, outcome);
      }
      out.flush();
      return status(outcome.path("verdict").asText());
    } catch (IOException | SuiteException e) {
      err.println("ledgerline: " + e.getMessage());
      err.flush();
      return FAILED;
    }
  }

  static int status(String verdict) {
    return switch (verdict) {
      case "RECONCILED" -> 0;
      case "UNRECONCILED" -> 1;
      case "PENDING" -> 2;
      default -> FAILED;
    };
  }

  /** The outcome with all pages of the lines that do not agree. */
  private JsonNode ask(ApiClient report) throws IOException, InterruptedException {
    Instant end = to == null ? nextHour(Instant.now()) : to;
    Instant start = from == null ? end.minus(1, ChronoUnit.DAYS) : from;
    String query = "/api/v1/reconciliation?differing=true&limit=1000&from=" + start + "&to=" + end;
    JsonNode first = report.get(query, PATIENCE);
    ArrayNode lines = (ArrayNode) first.path("items");
    String cursor = first.path("nextCursor").asText("");
    while (!cursor.isEmpty() && lines.size() < MOST_LINES) {
      JsonNode page =
          report.get(
              query + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8), PATIENCE);
      page.path("items").forEach(lines::add);
      cursor = page.path("nextCursor").asText("");
    }
    ((ObjectNode) first).remove("nextCursor");
    return first;
  }

  private static Instant nextHour(Instant now) {
    return now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
  }
}
