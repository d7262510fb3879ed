package io.ledgerline.local.command;

import io.ledgerline.local.suite.Service;
import io.ledgerline.local.suite.SuiteFolder;
import io.ledgerline.local.suite.SuiteState;
import io.ledgerline.local.suite.SuiteStatus;
import java.io.PrintWriter;
import java.nio.file.Path;

/** What several commands print alike. */
final class Console {
  private Console() {}

  /** Where everything is, and what to do next. */
  static void printPlaces(PrintWriter out, SuiteState state, SuiteFolder folder) {
    out.println();
    for (SuiteState.Part part : state.parts()) {
      out.printf("  %-15s %s%n", part.title(), part.url());
    }
    out.println();
    out.println("  admin key       " + shown(folder.adminKey()));
    SuiteStatus.Https https = SuiteStatus.Https.of(state, folder);
    if (https != null) {
      out.println("  https           " + https.url() + ", trust " + shown(Path.of(https.trust())));
    }
    out.println("  logs            " + shown(folder.log("ingest").getParent()));
    out.println();
    out.println(
        "  Try:  curl -H \"Authorization: Bearer $(cat " + shown(folder.adminKey()) + ")\" \\");
    out.println("          " + Service.REPORT.url(state.portOffset()) + "/api/v1/report-runs");
    out.println("          …/api/v1/keys    who may call    …/api/v1/audit-events    who did what");
    out.println("        ./ledgerline status | logs ingest | mail | down");
    out.flush();
  }

  /** A path as short as it can be from where the user is. */
  static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path shown = path.startsWith(here) ? here.relativize(path) : path;
    return shown.toString();
  }
}
