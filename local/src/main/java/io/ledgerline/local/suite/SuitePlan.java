package io.ledgerline.local.suite;

import io.ledgerline.local.parts.PartName;
import io.ledgerline.local.parts.PartPorts;
import io.ledgerline.local.parts.Parts;
import io.ledgerline.local.parts.PartsDescription;
import io.ledgerline.local.parts.Secrets;
import io.ledgerline.local.process.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to run and how, in the order of its start.
 *
 * @param parts the embedded parts' places
 * @param runners the parts and services
 */
record SuitePlan(PartsDescription parts, List<Runner> runners) {
  /**
   * The whole suite from the packages for the JVM.
   *
   * @param replicas how many of each service
   * @throws SuiteException when a service is not built
   */
  static SuitePlan whole(SuiteFolder folder, int portOffset, int replicas)
      throws SuiteException, IOException {
    return of(
        folder,
        portOffset,
        replicas,
        packages(Arrays.asList(Service.values()), List.of()),
        Map.of());
  }

  /**
   * Some services from the packages for the JVM, and the parts that they need.
   *
   * @param services which, each with settings that win over the usual ones
   * @throws SuiteException when one of them is not built
   */
  static SuitePlan some(
      SuiteFolder folder,
      int portOffset,
      Map<Service, Map<String, String>> services,
      List<String> jvmOptions)
      throws SuiteException, IOException {
    return of(folder, portOffset, 1, packages(services.keySet(), jvmOptions), services);
  }

  private static Map<Service, List<String>> packages(
      Collection<Service> services, List<String> jvmOptions) throws SuiteException, IOException {
    Map<Service, List<String>> commands = new EnumMap<>(Service.class);
    for (Service service : services) {
      List<String> options = new ArrayList<>(ServiceRunner.jvmOptions(service));
      options.addAll(jvmOptions);
      Path jar = Checkout.find().serviceJar(service.module());
      commands.put(service, RunnableJar.command(jar, options));
    }
    return commands;
  }

  /** The embedded parts and these services. */
  static SuitePlan of(
      SuiteFolder folder, int portOffset, int replicas, Map<Service, List<String>> commands)
      throws IOException {
    return of(folder, portOffset, replicas, commands, Map.of());
  }

  private static SuitePlan of(
      SuiteFolder folder,
      int portOffset,
      int replicas,
      Map<Service, List<String>> commands,
      Map<Service, Map<String, String>> settingsOf)
      throws IOException {
    Secrets secrets = Secrets.in(folder.data());
    PartPorts ports = PartPorts.standard(portOffset);
    PartsDescription at = PartsDescription.of(ports, secrets);
    List<Runner> runners = new ArrayList<>();
    runners.add(new PostgresRunner(new Parts(folder.data(), ports, secrets), ports, folder));
    String kafka = at.kafka().bootstrapServers();
    runners.add(new HostedRunner(PartName.KAFKA, "Kafka", kafka, portOffset, "320m", folder));
    runners.add(new HostedRunner(PartName.MAIL, "mailbox", mailUrl(at), portOffset, "96m", folder));
    String store = at.s3().endpoint();
    runners.add(new HostedRunner(PartName.S3, "object store", store, portOffset, "128m", folder));
    Set<String> needed =
        commands.keySet().stream().flatMap(s -> s.needs().stream()).collect(Collectors.toSet());
    runners.removeIf(part -> !needed.contains(part.name()));
    ServiceSettings settings =
        new ServiceSettings(at, folder.https(), SuiteKeys.in(folder), portOffset, settingsOf);
    for (int number = 1; number <= replicas; number++) {
      for (Map.Entry<Service, List<String>> each : commands.entrySet()) {
        Replica replica = new Replica(each.getKey(), number);
        runners.add(new ServiceRunner(replica, each.getValue(), settings, portOffset, folder));
      }
    }
    return new SuitePlan(at, List.copyOf(runners));
  }

  private static String mailUrl(PartsDescription at) {
    return "smtp://127.0.0.1:" + at.smtp().port() + " imap://127.0.0.1:" + at.imap().port();
  }

  /**
   * Makes sure that every port can be had.
   *
   * @throws SuiteException naming the first that cannot, and who has it
   */
  void checkPorts() throws SuiteException {
    for (Runner runner : runners) {
      for (int port : runner.ports()) {
        if (!Ports.isFree(port)) {
          String owner = new PortOwner(Path.of("/proc")).of(port).orElse("another process");
          throw new SuiteException(
              "Port %d, which %s needs, is in use by %s: stop that, or start with other ports, for example --port-offset 100."
                  .formatted(port, runner.title(), owner));
        }
      }
    }
  }
}
