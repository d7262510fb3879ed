package io.ledgerline.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteStateTest {
  private static final ProcessMark OURSELVES = ProcessMark.of(ProcessHandle.current());
  private static final ProcessMark SOMEBODY_ELSE_NOW =
      new ProcessMark(OURSELVES.pid(), Instant.parse("2020-01-01T00:00:00Z"));

  @TempDir private Path folder;

  private static SuiteState.Part part(String name, ProcessMark process) {
    return new SuiteState.Part(name, name, "url", PartPhase.READY, process, "log");
  }

  private static SuiteState state() {
    return new SuiteState(
        OURSELVES,
        Instant.parse("2026-01-01T00:00:00Z"),
        100,
        true,
        List.of(part("kafka", OURSELVES), part("s3", SOMEBODY_ELSE_NOW), part("mail", null)));
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Path file = folder.resolve("state.json");

    state().write(file);

    assertThat(SuiteState.read(file)).contains(state());
  }

  @Test
  void aProcessIdThatBelongsToSomebodyElseByNowIsNotTheirs() {
    assertThat(state().living()).extracting(SuiteState.Part::name).containsExactly("kafka");
    assertThat(SOMEBODY_ELSE_NOW.alive()).isEmpty();
  }

  @Test
  void aFileThatIsCutOffCountsAsNone() throws IOException {
    Path file = Files.writeString(folder.resolve("state.json"), "{\"launcher\": {");

    assertThat(SuiteState.read(file)).isEmpty();
    assertThat(SuiteState.read(folder.resolve("none.json"))).isEmpty();
  }

  @Test
  void onlyOneLauncherHoldsTheLock() throws IOException {
    Path file = folder.resolve("launcher.lock");
    try (LauncherLock held = LauncherLock.take(file).orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(LauncherLock.take(file)).isEmpty();
      assertThat(LauncherLock.isHeld(file)).isTrue();
    }
    assertThat(LauncherLock.isHeld(file)).isFalse();
  }
}
