package io.ledgerline.local.suite;

import io.ledgerline.local.parts.PartName;
import io.ledgerline.local.parts.PartPorts;
import io.ledgerline.local.process.Ports;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What runs, asked now rather than read.
 *
 * @param running whether a launcher holds the data folder
 * @param launcherPid its process id, or null
 * @param dataFolder where the data is
 * @param adminKeyFile where the local admin key is
 * @param https where report-service answers https, and what to trust; null when it does not run
 * @param parts the parts in the order of their start
 */
public record SuiteStatus(
    boolean running,
    Long launcherPid,
    String dataFolder,
    String adminKeyFile,
    Https https,
    List<Part> parts) {

  /**
   * Looks at the suite of a data folder.
   *
   * @throws IOException when the folder cannot be read
   */
  public static SuiteStatus of(SuiteFolder folder) throws IOException {
    Optional<SuiteState> state =
        LauncherLock.isHeld(folder.lock()) ? SuiteState.read(folder.state()) : Optional.empty();
    return new SuiteStatus(
        state.isPresent(),
        state.map(s -> s.launcher().pid()).orElse(null),
        folder.data().toString(),
        folder.adminKey().toString(),
        state.map(s -> Https.of(s, folder)).orElse(null),
        state.map(SuiteStatus::ask).orElse(List.of()));
  }

  private static List<Part> ask(SuiteState state) {
    return state.parts().stream().map(part -> ask(part, state.portOffset())).toList();
  }

  private static Part ask(SuiteState.Part part, int portOffset) {
    boolean alive = part.process() != null && part.process().alive().isPresent();
    Long pid = alive ? Long.valueOf(part.process().pid()) : null;
    if (part.phase() != PartPhase.READY) {
      return new Part(part.name(), part.title(), part.url(), pid, part.phase(), "", part.log());
    }
    Readiness now = alive ? readiness(part, portOffset) : Readiness.notYet("its process is gone");
    PartPhase phase = now.ready() ? PartPhase.READY : PartPhase.NOT_READY;
    return new Part(part.name(), part.title(), part.url(), pid, phase, now.missing(), part.log());
  }

  private static Readiness readiness(SuiteState.Part part, int portOffset) {
    if (Replica.isNameOfOne(part.name())) {
      return HealthProbe.ask(part.url());
    }
    boolean answers =
        PartPorts.standard(portOffset).of(PartName.of(part.name())).stream()
            .allMatch(Ports::answers);
    return answers ? Readiness.READY : Readiness.notYet("no answer");
  }

  /**
   * Where clients that insist on https call.
   *
   * @param url of report-service
   * @param trust the file with the certificate that they have to trust
   */
  public record Https(String url, String trust) {
    /** Null when report-service is not among what runs. */
    public static Https of(SuiteState state, SuiteFolder folder) {
      Replica report = Replica.first(Service.REPORT);
      boolean runs = state.parts().stream().anyMatch(p -> p.name().equals(report.name()));
      return runs
          ? new Https(
              report.httpsUrl(state.portOffset()).orElseThrow(),
              folder.https().trustFile().toString())
          : null;
    }
  }

  /**
   * One part.
   *
   * @param name its name on the command line
   * @param title its name for people
   * @param url where it is
   * @param pid its process id, or null
   * @param state how it is
   * @param missing what it waits for, where it says so
   * @param log where it writes what it says
   */
  public record Part(
      String name,
      String title,
      String url,
      Long pid,
      PartPhase state,
      String missing,
      String log) {}
}
