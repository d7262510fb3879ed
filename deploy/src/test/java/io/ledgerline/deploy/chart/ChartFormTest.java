package io.ledgerline.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.deploy.SourceTree;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The chart is well formed, whatever is switched on, and refuses values it cannot work with. */
class ChartFormTest {
  static final List<String> VALUE_SETS = Chart.ALL;

  @Test
  void lintHasNothingToSay() {
    var result = Chart.lint();

    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    assertThat(result.getMessages()).noneMatch(message -> message.contains("[WARNING]"));
  }

  @ParameterizedTest
  @FieldSource("VALUE_SETS")
  void everyObjectHasATypeAndOnlyKnownFields(String valueSet) {
    assertThat(Chart.render(valueSet).objects())
        .isNotEmpty()
        .allSatisfy(
            object -> {
              assertThat(object).isNotInstanceOf(GenericKubernetesResource.class);
              assertThat(UnknownFields.of(object)).isEmpty();
            });
  }

  @Test
  void anUnknownFieldWouldBeSeen() {
    Pod pod =
        new PodBuilder()
            .withNewSpec()
            .addNewContainer()
            .addToAdditionalProperties("imagePullPolice", "Always")
            .endContainer()
            .endSpec()
            .build();

    assertThat(UnknownFields.of(pod)).containsExactly("Pod.Spec.Containers[0].imagePullPolice");
  }

  @ParameterizedTest
  @FieldSource("VALUE_SETS")
  void namesAreUniqueAndValidEvenForALongRelease(String valueSet) {
    assertThat(Chart.render(valueSet).objects())
        .extracting(object -> object.getKind() + "/" + object.getMetadata().getName())
        .doesNotHaveDuplicates();
    var longNames =
        new RenderedChart(
            Chart.template(valueSet, Map.of("fullnameOverride", "a-very-".repeat(20) + "name")));
    assertThat(longNames.objects())
        .extracting(object -> object.getMetadata().getName())
        .allSatisfy(name -> assertThat(name).matches("[a-z]([-a-z0-9]{0,51}[a-z0-9])?"));
  }

  @ParameterizedTest
  @FieldSource("VALUE_SETS")
  void everyObjectSaysWhatItBelongsTo(String valueSet) {
    assertThat(Chart.render(valueSet).objects())
        .extracting(HasMetadata::getMetadata)
        .allSatisfy(
            metadata ->
                assertThat(metadata.getLabels())
                    .containsEntry("app.kubernetes.io/part-of", "ledgerline")
                    .containsEntry("app.kubernetes.io/instance", "usage")
                    .containsKey("app.kubernetes.io/name")
                    .containsKey("helm.sh/chart"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          database.host                     | the host name of PostgreSQL.
          kafka.bootstrapServers            | host:port of one or several brokers.
          objectStore.bucket                | the bucket of report artifacts.
          mail.host                         | the SMTP server that sends reports.
          mail.from                         | the sender address of reports.
          access.secretName                 | the Secret with the bootstrap and service keys.
          ingest.database.passwordSecretName| the Secret with the password of the role ingest.
          report.database.passwordSecretName| the Secret with the password of the role report.
          notify.database.passwordSecretName| the Secret with the password of the role notify.
          """)
  void aMissingValueIsNamedWithItsPurpose(String value, String purpose) {
    assertThatThrownBy(() -> Chart.template(Chart.NEEDED, Map.of(value, "")))
        .hasMessageContaining("Set the value '" + value + "': " + purpose);
  }

  @ParameterizedTest
  @CsvSource({
    "kafka.securityProtocol, SASL_SSL, Set the value 'kafka.saslMechanism'",
    "s3Inlet.enabled, true, Set the value 's3Inlet.locations'",
    "retention.keepMonths, 12, Set the value 'retention.archiveBucket'",
    "metrics.serviceMonitor.enabled, true, Set the value 'metrics.enabled'",
    "ingress.enabled, true, Set the value 'ingress.host'",
    "ingest.image.digest, sha256:beef, ingest/image/digest",
    "database.port, 99999, database/port",
    "database.hots, localhost, hots",
    "s3Inlet.locations.my-logs.bucket, logs, my-logs",
  })
  void valuesThatCannotWorkAreRefused(String value, String given, String message) {
    assertThatThrownBy(() -> Chart.template(Chart.NEEDED, Map.of(value, given)))
        .hasMessageContaining(message);
  }

  @Test
  void theHookMakesExactlyTheTopicsOfTheContracts() {
    Job job = Chart.render(Chart.NEEDED).one(Job.class, "topics");
    List<String> calls =
        job.getSpec()
            .getTemplate()
            .getSpec()
            .getContainers()
            .getFirst()
            .getArgs()
            .getFirst()
            .lines()
            .filter(line -> line.startsWith("create ") && !line.contains("("))
            .toList();

    assertThat(calls)
        .containsExactlyElementsOf(
            Topics.ALL.stream()
                .map(
                    topic ->
                        "create %s %d %s"
                            .formatted(
                                topic.name(),
                                topic.partitions(),
                                topic.compacted() ? "compact" : "delete"))
                .toList());
  }

  @Test
  void theChartIsOfTheVersionThatIsBuilt() throws IOException {
    JsonNode chart = new YAMLMapper().readTree(SourceTree.CHART.resolve("Chart.yaml").toFile());
    String version = System.getProperty("ledgerline.version");

    assertThat(chart.get("appVersion").asText()).isEqualTo(version);
    assertThat(chart.get("version").asText()).isEqualTo(version.replace("-SNAPSHOT", ""));
  }
}
