package io.ledgerline.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.local.https.HttpsCertificate;
import io.ledgerline.local.parts.PartPorts;
import io.ledgerline.local.parts.PartsDescription;
import io.ledgerline.local.parts.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTest {
  private static final SuiteKeys KEYS = new SuiteKeys("ll_admin", "ll_report", "ll_notify");
  private static final Secrets SECRETS =
      new Secrets(
          "admin", Map.of("ingest", "i", "report", "r", "notify", "n"), "m", "access", "secret");

  private final ServiceSettings settings =
      new ServiceSettings(
          PartsDescription.of(PartPorts.standard(100), SECRETS),
          HttpsCertificate.in(Path.of("/data")),
          KEYS,
          100);

  @TempDir private Path folder;

  @Test
  void eachServiceHasItsOwnPortAndRole() {
    assertThat(settings.of(Replica.first(Service.INGEST)))
        .containsEntry("quarkus.http.port", "8181")
        .containsEntry("ledgerline.database.port", "15532")
        .containsEntry("ledgerline.database.user", "ingest")
        .containsEntry("ledgerline.database.password", "i");
    assertThat(settings.of(Replica.first(Service.NOTIFY)))
        .containsEntry("quarkus.http.port", "8183")
        .containsEntry("ledgerline.database.user", "notify")
        .containsEntry("quarkus.mailer.port", "12625");
  }

  @Test
  void servicesAreGivenDigestsOfTheKeysTheyAcceptAndTextsOfThoseTheyShow() {
    String admin = "ledgerline.access.static-keys.local-admin.sha256";
    assertThat(settings.of(Replica.first(Service.REPORT)))
        .containsEntry(admin, SuiteKeys.sha256("ll_admin"))
        .containsEntry("ledgerline.ingest.api-key", "ll_report")
        .containsEntry("ledgerline.ingest.url", "http://localhost:8181")
        .doesNotContainValue("ll_admin")
        .doesNotContainValue("ll_notify");
    assertThat(settings.of(Replica.first(Service.INGEST)))
        .containsEntry(
            "ledgerline.access.static-keys.report-service.sha256", SuiteKeys.sha256("ll_report"));
  }

  @Test
  void aSecondReplicaListensElsewhereAndAsksTheSecondReplicasOfOthers() {
    assertThat(settings.of(new Replica(Service.REPORT, 2)))
        .containsEntry("quarkus.http.port", "8192")
        .containsEntry("ledgerline.ingest.url", "http://localhost:8191")
        .containsEntry("ledgerline.database.user", "report");
    assertThat(new Replica(Service.NOTIFY, 2).name()).isEqualTo("notify-2");
  }

  @Test
  void reportServiceAnswersHttpsToo() {
    assertThat(settings.of(new Replica(Service.REPORT, 2)))
        .containsEntry("quarkus.http.ssl-port", "8553")
        .containsEntry("quarkus.tls.local.key-store.p12.path", "/data/https/https.p12");
    assertThat(settings.of(Replica.first(Service.INGEST)))
        .doesNotContainKey("quarkus.http.ssl-port");
    assertThat(Replica.first(Service.REPORT).httpsUrl(100)).contains("https://localhost:8543");
  }

  @Test
  void onlyItsOwnerMayReadTheFile() throws IOException {
    Path file = folder.resolve("settings/ingest.properties");

    settings.write(Replica.first(Service.INGEST), file);

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
