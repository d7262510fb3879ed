package io.ledgerline.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.ledgerline.deploy.pages.Configuration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the pods are told, and that no secret is ever written down. */
class SettingsTest {
  static final List<String> VALUE_SETS = Chart.ALL;

  @Test
  void allServicesFindTheSameServers() {
    for (String service : RenderedChart.SERVICES) {
      assertThat(Chart.render(Chart.NEEDED).settings(service))
          .contains(
              entry("LEDGERLINE_DATABASE_HOST", "postgres.db.svc"),
              entry("LEDGERLINE_DATABASE_PORT", "5432"),
              entry("LEDGERLINE_DATABASE_NAME", "ledgerline"),
              entry("LEDGERLINE_DATABASE_USER", service),
              entry("KAFKA_BOOTSTRAP_SERVERS", "broker-0:9092,broker-1:9092"),
              entry("LEDGERLINE_OBJECT_STORE_REGION", "us-east-1"))
          .doesNotContainKey("LEDGERLINE_OBJECT_STORE_ENDPOINT");
    }
  }

  @Test
  void theSigningKeyIsMountedAndTheLinkSecretNamedForReportServiceAlone() {
    RenderedChart chart = Chart.render(Chart.EVERYTHING);

    assertThat(chart.settings("report"))
        .contains(
            entry("LEDGERLINE_SIGNING_PRIVATE_KEY_FILE", "/etc/ledgerline/signing/signing.pem"),
            entry("LEDGERLINE_DOWNLOADS_BASE_URL", "https://usage.example.com"));
    assertThat(chart.secretSettings("report"))
        .contains(entry("LEDGERLINE_DOWNLOADS_SECRET", "report-links/secret"));
    assertThat(chart.container("report").getVolumeMounts())
        .anySatisfy(
            mount -> {
              assertThat(mount.getMountPath()).isEqualTo("/etc/ledgerline/signing");
              assertThat(mount.getReadOnly()).isTrue();
            });
    assertThat(chart.one(Deployment.class, "report").getSpec().getTemplate().getSpec().getVolumes())
        .anySatisfy(
            volume ->
                assertThat(volume.getSecret())
                    .isNotNull()
                    .satisfies(s -> assertThat(s.getSecretName()).isEqualTo("report-signing")));
    for (String other : List.of("ingest", "notify")) {
      assertThat(chart.secretSettings(other)).doesNotContainKey("LEDGERLINE_DOWNLOADS_SECRET");
      assertThat(chart.container(other).getVolumeMounts())
          .noneMatch(mount -> mount.getMountPath().contains("signing"));
    }
    assertThat(Chart.render(Chart.NEEDED).settings("report"))
        .doesNotContainKey("LEDGERLINE_SIGNING_PRIVATE_KEY_FILE");
  }

  @Test
  void aServiceGetsOnlyItsOwnPasswordAndKeys() {
    RenderedChart chart = Chart.render(Chart.NEEDED);

    assertThat(chart.secretSettings("ingest"))
        .containsOnly(
            entry("LEDGERLINE_DATABASE_PASSWORD", "ingest-database/password"),
            entry("LEDGERLINE_OBJECT_STORE_ACCESS_KEY", "object-store/access-key"),
            entry("LEDGERLINE_OBJECT_STORE_SECRET_KEY", "object-store/secret-key"),
            entry("LEDGERLINE_ACCESS_STATIC_KEYS__ADMIN__SHA256", "ledgerline-access/admin-sha256"),
            entry(
                "LEDGERLINE_ACCESS_STATIC_KEYS__REPORT__SHA256",
                "ledgerline-access/report-sha256"));
    assertThat(chart.secretSettings("report"))
        .contains(
            entry("LEDGERLINE_DATABASE_PASSWORD", "report-database/password"),
            entry("LEDGERLINE_INGEST_API_KEY", "ledgerline-access/report-key"),
            entry(
                "LEDGERLINE_ACCESS_STATIC_KEYS__NOTIFY__SHA256", "ledgerline-access/notify-sha256"))
        .doesNotContainKey("LEDGERLINE_REPORT_API_KEY");
    assertThat(chart.secretSettings("notify"))
        .contains(
            entry("LEDGERLINE_DATABASE_PASSWORD", "notify-database/password"),
            entry("LEDGERLINE_REPORT_API_KEY", "ledgerline-access/notify-key"))
        .doesNotContainKey("LEDGERLINE_INGEST_API_KEY");
  }

  @Test
  void servicesThatReadEachOtherKnowTheWay() {
    RenderedChart chart = Chart.render(Chart.NEEDED);

    assertThat(chart.settings("report"))
        .containsEntry("LEDGERLINE_INGEST_URL", "http://usage-ledgerline-ingest:80")
        .containsEntry("LEDGERLINE_OBJECT_STORE_BUCKET", "ledgerline-artifacts");
    assertThat(chart.settings("notify"))
        .containsEntry("LEDGERLINE_REPORT_URL", "http://usage-ledgerline-report:80")
        .containsEntry("QUARKUS_MAILER_HOST", "smtp.example.com")
        .containsEntry("QUARKUS_MAILER_FROM", "ledgerline@example.com");
  }

  @Test
  void mailsNameTheHostOfTheIngressForWhatIsTooLargeToAttach() {
    assertThat(Chart.render(Chart.EVERYTHING).settings("notify"))
        .containsEntry("LEDGERLINE_CHANNEL_EMAIL_DOWNLOAD_URL", "https://usage.example.com");
    assertThat(Chart.render(Chart.NEEDED).settings("notify"))
        .doesNotContainKey("LEDGERLINE_CHANNEL_EMAIL_DOWNLOAD_URL");
  }

  @Test
  void aSecuredBrokerAndMailServerGetTheirLogin() {
    RenderedChart chart = Chart.render(Chart.EVERYTHING);

    assertThat(chart.settings("ingest"))
        .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
        .containsEntry("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512");
    assertThat(chart.secretSettings("ingest"))
        .containsEntry("KAFKA_SASL_JAAS_CONFIG", "broker-login/sasl.jaas.config");
    assertThat(chart.secretSettings("notify"))
        .containsEntry("QUARKUS_MAILER_USERNAME", "smtp-login/username")
        .containsEntry("QUARKUS_MAILER_PASSWORD", "smtp-login/password");
  }

  @Test
  void withoutCredentialsTheStoreTakesWhatThePodIsOffered() {
    var chart =
        new RenderedChart(
            Chart.template(Chart.NEEDED, Map.of("objectStore.credentials.secretName", "")));

    assertThat(chart.secretSettings("notify").keySet())
        .noneMatch(name -> name.startsWith("LEDGERLINE_OBJECT_STORE"));
  }

  @Test
  void theInletGetsItsLocations() {
    assertThat(Chart.render(Chart.EVERYTHING).settings("ingest"))
        .containsEntry("LEDGERLINE_INLET_S3_ENABLED", "true")
        .containsEntry("LEDGERLINE_INLET_S3_POLL_INTERVAL", "30s")
        .containsEntry("LEDGERLINE_INLET_S3_LOCATIONS__BEDROCK__BUCKET", "invocation-logs")
        .containsEntry("LEDGERLINE_INLET_S3_LOCATIONS__BEDROCK__PREFIX", "prod/")
        .containsEntry("LEDGERLINE_INLET_S3_LOCATIONS__SPARE__BUCKET", "invocation-logs-2");
    assertThat(Chart.render(Chart.NEEDED).settings("ingest"))
        .containsEntry("LEDGERLINE_INLET_S3_ENABLED", "false");
  }

  @Test
  void theLedgerIsKeptForEverUnlessItIsToldOtherwise() {
    assertThat(Chart.render(Chart.EVERYTHING).settings("ingest"))
        .containsEntry("LEDGERLINE_RETENTION_KEEP_MONTHS", "36")
        .containsEntry("LEDGERLINE_RETENTION_CLOSED_AFTER", "60d")
        .containsEntry("LEDGERLINE_RETENTION_ARCHIVE_BUCKET", "ledger-archive")
        .containsEntry("LEDGERLINE_RETENTION_ARCHIVE_PREFIX", "prod");
    assertThat(Chart.render(Chart.NEEDED).settings("ingest").keySet())
        .noneMatch(name -> name.startsWith("LEDGERLINE_RETENTION"));
  }

  @Test
  void allServicesTakeTheSameTokensIfAny() {
    for (String service : RenderedChart.SERVICES) {
      assertThat(Chart.render(Chart.EVERYTHING).settings(service))
          .containsEntry("LEDGERLINE_ACCESS_OIDC_ISSUER", "https://login.example.com/realms/finops")
          .containsEntry("LEDGERLINE_ACCESS_OIDC_AUDIENCE", "ledgerline")
          .containsEntry("LEDGERLINE_ACCESS_OIDC_ROLES_VIEWER", "staff,Finance\\, EMEA")
          .containsEntry("LEDGERLINE_ACCESS_OIDC_ROLES_BILLING_ADMIN", "finops")
          .containsEntry("LEDGERLINE_ACCESS_GUESSING_TRUSTED_PROXIES", "1");
      assertThat(Chart.render(Chart.NEEDED).settings(service).keySet())
          .noneMatch(name -> name.startsWith("LEDGERLINE_ACCESS_OIDC"));
    }
  }

  @Test
  void aChangedSettingStartsNewPods() {
    var before = digest(Chart.render(Chart.NEEDED));
    var after =
        digest(
            new RenderedChart(Chart.template(Chart.NEEDED, Map.of("mail.host", "other.example"))));

    assertThat(after.get("notify")).isNotEqualTo(before.get("notify"));
    assertThat(after.get("ingest")).isEqualTo(before.get("ingest"));
  }

  private static Map<String, String> digest(RenderedChart chart) {
    return Map.of("ingest", digest(chart, "ingest"), "notify", digest(chart, "notify"));
  }

  private static String digest(RenderedChart chart, String service) {
    return chart
        .one(Deployment.class, service)
        .getSpec()
        .getTemplate()
        .getMetadata()
        .getAnnotations()
        .get("ledgerline.io/config-sha256");
  }

  @ParameterizedTest
  @FieldSource("VALUE_SETS")
  void noSecretIsWrittenDown(String valueSet) {
    RenderedChart chart = Chart.render(valueSet);

    assertThat(chart.all(Secret.class)).isEmpty();
    for (String service : RenderedChart.SERVICES) {
      assertThat(chart.settings(service).keySet())
          .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|API_KEY|ACCESS_KEY|SHA256|JAAS).*"));
    }
  }

  @ParameterizedTest
  @FieldSource("VALUE_SETS")
  void everyVariableSetsAKeyThatTheServicesRead(String valueSet) {
    RenderedChart chart = Chart.render(valueSet);

    for (String service : RenderedChart.SERVICES) {
      assertThat(
              Stream.concat(
                  chart.settings(service).keySet().stream(),
                  chart.secretSettings(service).keySet().stream()))
          .filteredOn(name -> name.startsWith("LEDGERLINE_"))
          .hasSizeGreaterThan(8)
          .allSatisfy(name -> assertThat(Configuration.knows(name)).as(name).isTrue());
    }
  }

  @Test
  void theNotesNameWhatIsStillToDo() {
    assertThat(Chart.notes(Chart.EVERYTHING))
        .contains("https://usage.example.com", "helm test usage --namespace billing")
        .doesNotContain("The S3 inlet is off");
    assertThat(Chart.notes(Chart.BARE))
        .contains("The S3 inlet is off", "The chart made no Kafka topics", "access.keys 1 compact");
  }
}
