package io.ledgerline.local.suite;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.ledgerline.local.process.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What runs, as other commands find it in the data folder.
 *
 * @param launcher the process that looks after the parts
 * @param startedAt when it was asked to start them
 * @param portOffset what was added to each usual port
 * @param up whether all parts have been ready together
 * @param parts the parts in the order of their start
 */
public record SuiteState(
    ProcessMark launcher, Instant startedAt, int portOffset, boolean up, List<Part> parts) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** Keeps its own copy of the list. */
  public SuiteState {
    parts = List.copyOf(parts);
  }

  /**
   * What was last written to the file.
   *
   * @return empty when there is none, or nothing readable
   */
  public static Optional<SuiteState> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), SuiteState.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Writes it to the file, all at once.
   *
   * @throws IOException when the folder cannot be written
   */
  public void write(Path file) throws IOException {
    PrivateFiles.write(file, JSON.writeValueAsString(this));
  }

  /** The parts whose processes still run. */
  public List<Part> living() {
    return parts.stream()
        .filter(part -> part.process() != null && part.process().alive().isPresent())
        .toList();
  }

  /**
   * One part.
   *
   * @param name its name on the command line
   * @param title its name for people
   * @param url where it is
   * @param phase how far it is
   * @param process its process, or null
   * @param log where it writes what it says
   */
  public record Part(
      String name, String title, String url, PartPhase phase, ProcessMark process, String log) {}
}
