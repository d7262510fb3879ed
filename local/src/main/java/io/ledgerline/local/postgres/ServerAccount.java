package io.ledgerline.local.postgres;

import io.ledgerline.local.process.ChildPrefix;
import io.ledgerline.local.process.Commands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How PostgreSQL is started on this machine: it refuses to run as root, must die with us, and must
 * not get the terminal's Ctrl-C before the services that use it.
 *
 * @param prefix what goes before the server's own command
 * @param changesOwner whether its folders must be given to user nobody first
 */
record ServerAccount(List<String> prefix, boolean changesOwner) {
  private static final String NOBODY = "65534";

  /**
   * Looks at who we are and what the machine has.
   *
   * @throws IOException when there is no way, with a sentence that says what to do
   */
  static ServerAccount find() throws IOException {
    List<String> prefix = new ArrayList<>(ChildPrefix.ownSession());
    List<String> diesWithUs = ChildPrefix.diesWithUs("INT");
    if (!"0".equals(Commands.run(List.of("id", "-u")).output())) {
      prefix.addAll(diesWithUs);
      return new ServerAccount(List.copyOf(prefix), false);
    }
    if (Commands.exists("unshare") && Commands.succeeds(List.of("unshare", "-U", "true"))) {
      prefix.addAll(List.of("unshare", "-U"));
      prefix.addAll(diesWithUs);
      return new ServerAccount(List.copyOf(prefix), false);
    }
    if (!diesWithUs.isEmpty()) {
      prefix.addAll(diesWithUs);
      prefix.addAll(
          List.of("--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--no-new-privs"));
      return new ServerAccount(List.copyOf(prefix), true);
    }
    throw new IOException(
        "PostgreSQL refuses to run as root, and this machine has neither a usable 'unshare -U' nor"
            + " 'setpriv' to lower its rights: start Ledgerline as a normal user.");
  }

  /** The whole command line. */
  List<String> command(List<String> own) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(own);
    return all;
  }

  /**
   * Makes a folder, or file, usable for the server.
   *
   * @throws IOException when its owner cannot be changed
   */
  void hand(Path path) throws IOException {
    if (changesOwner) {
      Commands.Outcome done =
          Commands.run(List.of("chown", "-R", NOBODY + ":" + NOBODY, path.toString()));
      if (done.exit() != 0) {
        throw new IOException(
            "Cannot give " + path + " to the user PostgreSQL runs as: " + done.output());
      }
      // That user has to get through the data folder, but may not see what else is in it.
      path.getParent().toFile().setExecutable(true, false);
    }
  }
}
