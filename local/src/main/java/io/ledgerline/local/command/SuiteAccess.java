package io.ledgerline.local.command;

import io.ledgerline.local.client.ApiClient;
import io.ledgerline.local.suite.Service;
import io.ledgerline.local.suite.SuiteException;
import io.ledgerline.local.suite.SuiteFolder;
import io.ledgerline.local.suite.SuiteState;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;

/** The running suite's services as commands reach them, with the admin's key. */
final class SuiteAccess {
  private SuiteAccess() {}

  /**
   * A client of a service.
   *
   * @param err told when the service has to be waited for
   * @throws SuiteException when no suite runs
   */
  static ApiClient to(Service service, PrintWriter err) throws IOException, SuiteException {
    SuiteFolder folder = SuiteFolder.find();
    SuiteState state =
        SuiteState.read(folder.state())
            .orElseThrow(
                () -> new SuiteException("Nothing runs; './ledgerline up' starts everything."));
    return new ApiClient(
        service.module(),
        service.url(state.portOffset()),
        Files.readString(folder.adminKey()).strip(),
        notice -> {
          err.println(notice);
          err.flush();
        });
  }
}
