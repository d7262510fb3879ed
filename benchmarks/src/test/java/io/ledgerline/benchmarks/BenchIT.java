package io.ledgerline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user has it, as short as can be. It asserts counts, never speed. */
class BenchIT {
  private static final long MOST_SECONDS = 240;

  @TempDir private Path folder;

  @Test
  void aQuickRunSendsEventsAllTheWayAndLosesAndDoublesNone() throws Exception {
    Path json = folder.resolve("rows.json");

    String output =
        run(
            "--quick",
            "--only",
            "ingest-100,ingest-1,disk,lost-or-doubled",
            "--json",
            json.toString());

    assertThat(json).as(output).exists();
    JsonNode rows = new JsonMapper().readTree(json.toFile());
    assertThat(rows.findValuesAsText("name"))
        .containsExactly("ingest-100", "ingest-1", "disk", "lost-or-doubled");
    assertThat(row(rows, "ingest-100").path("value").asDouble()).isPositive();
    assertThat(row(rows, "ingest-100").path("limit").asDouble()).isPositive();
    assertThat(row(rows, "ingest-1").path("value").asDouble()).isPositive();
    assertThat(row(rows, "disk").path("value").asDouble()).isBetween(60.0, 1000.0);
    JsonNode exact = row(rows, "lost-or-doubled");
    assertThat(exact.path("value").asLong()).as(exact.path("note").asText()).isZero();
    assertThat(exact.path("ok").asBoolean()).isTrue();
    assertThat(exact.path("note").asText()).doesNotContain("answered 0,");
  }

  @Test
  void ratingIsMeasuredWithoutASuite() throws Exception {
    Path json = folder.resolve("rating.json");
    String output = run("--quick", "--only", "rating", "--json", json.toString());
    assertThat(json).as(output).exists();
    JsonNode rows = new JsonMapper().readTree(json.toFile());
    assertThat(rows.findValuesAsText("name"))
        .containsExactly("rating", "rating-book", "rating-lines");
    assertThat(row(rows, "rating").path("value").asDouble()).isPositive();
    assertThat(row(rows, "rating-book").path("limit").asDouble()).isPositive();
  }

  @Test
  void aRowThatThereIsNotIsRefusedWithTheNamesOfThoseThatThereAre() throws Exception {
    assertThat(run("--only", "ingest-7")).contains("no row 'ingest-7'", "sustained-1000");
  }

  private static JsonNode row(JsonNode rows, String name) {
    for (JsonNode row : rows) {
      if (row.path("name").asText().equals(name)) {
        return row;
      }
    }
    throw new AssertionError("no row " + name);
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "--enable-native-access=ALL-UNNAMED"));
    command.add("-jar");
    command.add(
        Path.of("target", "ledgerline-benchmarks-0.1.0-SNAPSHOT.jar").toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroy();
      process.waitFor();
      throw new AssertionError("No end within " + MOST_SECONDS + " s: " + Files.readString(output));
    }
    return Files.readString(output);
  }
}
