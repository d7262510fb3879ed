package io.ledgerline.local.command;

import io.ledgerline.local.suite.Checkout;
import io.ledgerline.local.suite.Progress;
import io.ledgerline.local.suite.Service;
import io.ledgerline.local.suite.Suite;
import io.ledgerline.local.suite.SuiteException;
import io.ledgerline.local.suite.SuiteFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds native images of the services, and shows that each starts and turns ready. */
@Command(
    name = "native",
    mixinStandardHelpOptions = true,
    description = {
      "Builds a native image of each service with the builder in GRAALVM_HOME, one after the other,",
      "then starts them against the embedded parts, on ports and data of their own, and waits until",
      "each is ready. Takes minutes and several gigabytes of memory per service."
    })
public final class NativeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--port-offset",
      defaultValue = "1000",
      description = "Added to every port while they are tried (1000).")
  private int portOffset;

  @Option(names = "--built", description = "Take the images that are there; build nothing.")
  private boolean built;

  @Option(names = "--demo", description = "Also do the demo's job with them; takes all three.")
  private boolean demo;

  @Parameters(arity = "0..*", paramLabel = "SERVICE", description = "ingest, report, notify; all.")
  private List<String> names = List.of();

  @Override
  public Integer call() throws IOException, SuiteException, InterruptedException {
    Progress progress = new Progress(spec.commandLine().getOut());
    Map<Service, Path> executables = new EnumMap<>(Service.class);
    for (Service service : wanted()) {
      if (!built) {
        new NativeBuild(progress).build(service);
      }
      executables.put(service, executableOf(service));
    }
    if (demo && executables.size() < Service.values().length) {
      throw new SuiteException("The demo needs all three services: leave the names away.");
    }
    SuiteFolder folder = new SuiteFolder(Checkout.find().root().resolve("target/native-trial"));
    try (Suite suite = Suite.startNative(folder, portOffset, progress, executables)) {
      suite.awaitUp();
      progress.line("All native services are ready");
      if (demo) {
        suite.whileAlive(
            () -> DemoCommand.demo(folder, portOffset, false, spec.commandLine().getOut()));
      }
    }
    return 0;
  }

  private List<Service> wanted() throws SuiteException {
    List<Service> all = Arrays.asList(Service.values());
    List<String> known = all.stream().map(Service::text).toList();
    for (String name : names) {
      if (!known.contains(name.replace("-service", ""))) {
        throw new SuiteException(
            "There is no service '" + name + "': there are " + String.join(", ", known) + ".");
      }
    }
    return names.isEmpty()
        ? all
        : all.stream().filter(s -> names.contains(s.text()) || names.contains(s.module())).toList();
  }

  private static Path executableOf(Service service) throws SuiteException {
    Path executable = Checkout.find().executable(service);
    if (!Files.isExecutable(executable)) {
      throw new SuiteException(
          "There is no native image of %s (%s): leave --built away to build it."
              .formatted(service.module(), executable));
    }
    return executable;
  }
}
