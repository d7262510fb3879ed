package io.ledgerline.local.command;

import io.ledgerline.local.demo.Demo;
import io.ledgerline.local.demo.DemoSuite;
import io.ledgerline.local.parts.PartPorts;
import io.ledgerline.local.parts.PartsDescription;
import io.ledgerline.local.parts.Secrets;
import io.ledgerline.local.suite.LauncherLock;
import io.ledgerline.local.suite.Progress;
import io.ledgerline.local.suite.Suite;
import io.ledgerline.local.suite.SuiteException;
import io.ledgerline.local.suite.SuiteFolder;
import io.ledgerline.local.suite.SuiteState;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Does the main job on real usage, and says what happened. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Does the main job on real usage: from a usage log to a delivered report.")
public final class DemoCommand implements Callable<Integer> {
  private static final long UP_SECONDS = 300;

  @Spec private CommandSpec spec;

  @Mixin private PortOffset offset;

  @Option(names = "--keep", description = "Leave everything running at the end.")
  private boolean keep;

  @Override
  public Integer call() throws IOException, SuiteException, InterruptedException {
    SuiteFolder folder = SuiteFolder.find();
    PrintWriter out = spec.commandLine().getOut();
    if (LauncherLock.isHeld(folder.lock())) {
      out.println("Ledgerline is up already; the demo uses it");
      demo(folder, awaitUp(folder).portOffset(), true, out);
    } else if (keep) {
      new DetachedLauncher(folder, out).start(offset.value(), 1);
      demo(folder, offset.value(), true, out);
    } else {
      Progress progress = new Progress(out);
      progress.line("Starting Ledgerline; its data is in " + Console.shown(folder.data()));
      try (Suite suite = Suite.start(folder, offset.value(), progress)) {
        suite.awaitUp();
        progress.line("Everything is up after " + Progress.text(progress.since()));
        suite.whileAlive(() -> demo(folder, offset.value(), false, out));
        out.println();
      }
    }
    return 0;
  }

  /** Does the demo's job on the suite that is up there. */
  static Void demo(SuiteFolder folder, int portOffset, boolean stays, PrintWriter out)
      throws IOException, SuiteException, InterruptedException {
    PartsDescription parts =
        PartsDescription.of(PartPorts.standard(portOffset), Secrets.in(folder.data()));
    new Demo(new DemoSuite(parts, portOffset, folder.adminKey(), stays), out).run();
    return null;
  }

  private static SuiteState awaitUp(SuiteFolder folder)
      throws InterruptedException, SuiteException {
    for (long second = 0; second < UP_SECONDS; second++) {
      Optional<SuiteState> state = SuiteState.read(folder.state()).filter(SuiteState::up);
      if (state.isPresent()) {
        return state.get();
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new SuiteException(
        "Ledgerline is starting or stopping and was not up within "
            + UP_SECONDS
            + " s: './ledgerline status' shows how far it is.");
  }
}
