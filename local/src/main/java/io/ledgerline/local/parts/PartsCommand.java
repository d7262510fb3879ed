package io.ledgerline.local.parts;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerline.local.process.ParentWatch;
import io.ledgerline.local.process.PrivateFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Runs parts until standard input ends.
 *
 * <p>While it runs it obeys lines {@code stop PART} and {@code start PART}, and answers each with
 * {@code done …} or {@code failed …: reason}: tests take a part away and bring it back.
 */
@Command(
    name = "parts",
    mixinStandardHelpOptions = true,
    description = "Runs the embedded parts (all, or those named) until standard input ends.")
public final class PartsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--data", required = true, description = "Folder that keeps all data.")
  private Path data;

  @Option(names = "--ephemeral-ports", description = "Take ports that are free.")
  private boolean ephemeralPorts;

  @Option(names = "--port-offset", description = "Added to every usual port.")
  private int portOffset;

  @Option(names = "--describe", required = true, description = "Written once all parts are up.")
  private Path describe;

  @Parameters(arity = "0..*", description = "postgres, kafka, mail, s3; all when none is named.")
  private List<String> names = List.of();

  @Override
  public Integer call() throws Exception {
    PartPorts ports = ephemeralPorts ? PartPorts.ephemeral() : PartPorts.standard(portOffset);
    Parts parts = new Parts(data.toAbsolutePath(), ports, Secrets.in(data));
    Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "stop-parts"));
    ParentWatch.start(line -> obey(parts, line));
    try {
      startAll(parts);
    } catch (IOException e) {
      spec.commandLine().getErr().println("ledgerline: " + e.getMessage());
      return 1;
    }
    PrivateFiles.write(
        describe.toAbsolutePath(),
        new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(parts.describe()));
    new CountDownLatch(1).await();
    return 0;
  }

  private void startAll(Parts parts) throws IOException, InterruptedException {
    Set<PartName> wanted = EnumSet.noneOf(PartName.class);
    names.forEach(name -> wanted.add(PartName.of(name)));
    if (wanted.isEmpty()) {
      wanted.addAll(EnumSet.allOf(PartName.class));
    }
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
      List<Future<?>> starts = new ArrayList<>();
      for (PartName part : wanted) {
        starts.add(
            threads.submit(
                () -> {
                  parts.start(part);
                  return part;
                }));
      }
      for (Future<?> start : starts) {
        start.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException said ? said : new IOException(e.getCause());
    }
  }

  private void obey(Parts parts, String line) {
    PrintWriter out = spec.commandLine().getOut();
    String[] words = line.split(" ");
    try {
      if (words.length == 2 && "stop".equals(words[0])) {
        parts.stop(PartName.of(words[1]));
      } else if (words.length == 2 && "start".equals(words[0])) {
        parts.start(PartName.of(words[1]));
      } else {
        throw new IllegalArgumentException("not 'stop PART' or 'start PART'");
      }
      out.println("done " + line);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      out.println("failed " + line + ": " + e.getMessage());
    }
    out.flush();
  }
}
