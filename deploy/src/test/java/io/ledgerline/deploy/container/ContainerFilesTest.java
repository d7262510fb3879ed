package io.ledgerline.deploy.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ledgerline.deploy.SourceTree;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The container files keep what the chart relies on. There is no Docker in the build. */
class ContainerFilesTest {
  @ParameterizedTest
  @ValueSource(strings = {"jvm", "native"})
  void theImageRunsAsTheUserThatTheChartSays(String kind) throws IOException {
    JsonNode values = new YAMLMapper().readTree(SourceTree.CHART.resolve("values.yaml").toFile());
    JsonNode security = values.at("/defaults/podSecurityContext");

    assertThat(instructions(kind, "USER"))
        .containsExactly(
            security.get("runAsUser").asText() + ":" + security.get("runAsGroup").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "native"})
  void probesAreLeftToKubernetesAndNoTagMovesByItself(String kind) {
    assertThat(instructions(kind, "HEALTHCHECK")).isEmpty();
    assertThat(file(kind)).doesNotContain(":latest");
    assertThat(instructions(kind, "ARG"))
        .contains("SERVICE", "VERSION=" + System.getProperty("ledgerline.version"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "native"})
  void whatIsCopiedIsNotIgnored(String kind) {
    String kept = SourceTree.read("deploy/containers/Dockerfile." + kind + ".dockerignore");

    for (String copy : instructions(kind, "COPY")) {
      if (copy.contains("${SERVICE}")) {
        String from = copy.replaceFirst("^--\\S+ ", "").split(" ")[0];
        assertThat(kept.lines().filter(line -> line.startsWith("!*-service")))
            .anyMatch(
                line -> from.startsWith(line.substring(1).replace("*-service", "${SERVICE}")));
      }
    }
    assertThat(kept).contains("!LICENSE\n", "!NOTICE\n");
  }

  private static List<String> instructions(String kind, String name) {
    return Pattern.compile("(?m)^" + name + " (.*)$")
        .matcher(file(kind))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static String file(String kind) {
    return SourceTree.read("deploy/containers/Dockerfile." + kind);
  }
}
