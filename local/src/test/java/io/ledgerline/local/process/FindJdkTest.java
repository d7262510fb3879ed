package io.ledgerline.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script that ./mvnw and ./ledgerline share, with folders that only look like JDKs. */
class FindJdkTest {
  private static final Path SCRIPT = Path.of("../.mvn/find-jdk.sh").toAbsolutePath().normalize();

  @TempDir private Path folder;
  @TempDir private Path outside;

  @Test
  void theFirstJdkThatIsNewEnoughIsTakenWhateverItsPath() throws Exception {
    jdk("a jdk 17", "17.0.15");
    Path good = jdk("b jdk 25", "25.0.3");
    jdk("c jdk 26", "26-ea");

    assertThat(find(Map.of("LEDGERLINE_JDK_FOLDERS", folder + "/*"))).isEqualTo("0 " + good);
  }

  @Test
  void javaHomeGoesFirstUnlessItIsTooOld() throws Exception {
    Path old = jdk("old", "21.0.1");
    Path next = jdk("next", "27");
    Path other = jdk("other", "25");

    assertThat(find(Map.of("JAVA_HOME", next.toString(), "LEDGERLINE_JDK_FOLDERS", "" + other)))
        .isEqualTo("0 " + next);
    assertThat(find(Map.of("JAVA_HOME", old.toString(), "LEDGERLINE_JDK_FOLDERS", "" + other)))
        .isEqualTo("0 " + other);
  }

  @Test
  void aRuntimeWithoutCompilerDoesNotCount() throws Exception {
    Path runtime = jdk("runtime", "25");
    Files.delete(runtime.resolve("bin/javac"));

    assertThat(find(Map.of("LEDGERLINE_JDK_FOLDERS", folder + "/*"))).startsWith("1 ");
  }

  @Test
  void aMacBundleIsLookedInto() throws Exception {
    Path home = jdk("temurin-25.jdk/Contents/Home", "25.0.1");

    assertThat(find(Map.of("LEDGERLINE_JDK_FOLDERS", folder + "/*"))).isEqualTo("0 " + home);
  }

  @Test
  void withNoneItSaysInOneSentenceWhatToInstall() throws Exception {
    Path old = jdk("old", "17.0.15");

    assertThat(find(Map.of("JAVA_HOME", old.toString(), "LEDGERLINE_JDK_FOLDERS", folder + "/*")))
        .startsWith("1 Ledgerline needs a JDK 25 or newer and found none (only 17 in " + old + ")")
        .contains("install one")
        .hasLineCount(1);
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    for (String tool : List.of("java", "javac")) {
      Files.writeString(home.resolve("bin").resolve(tool), "#!/bin/sh\n");
      home.resolve("bin").resolve(tool).toFile().setExecutable(true);
    }
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /** A PATH with what the script needs, and no Java. */
  private Path tools() throws IOException {
    Path tools = Files.createDirectories(outside.resolve("tools"));
    for (String tool : List.of("sed", "head", "dirname", "readlink")) {
      Path real =
          Stream.of("/usr/bin", "/bin")
              .map(d -> Path.of(d, tool))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow();
      if (!Files.exists(tools.resolve(tool))) {
        Files.createSymbolicLink(tools.resolve(tool), real);
      }
    }
    return tools;
  }

  /** The function's status, then JAVA_HOME or what it said. */
  private String find(Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                "/bin/sh",
                "-euf",
                "-c",
                ". '" + SCRIPT + "'; ledgerline_find_jdk && echo \"0 $JAVA_HOME\" || echo 1")
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", tools().toString());
    builder.environment().put("LEDGERLINE_JDK_FOLDERS", "");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes()).strip();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return said.startsWith("0 ") ? said : "1 " + said.replaceFirst("\\n1$", "");
  }
}
