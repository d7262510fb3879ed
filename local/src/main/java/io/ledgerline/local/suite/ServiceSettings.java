package io.ledgerline.local.suite;

import io.ledgerline.local.https.HttpsCertificate;
import io.ledgerline.local.parts.Buckets;
import io.ledgerline.local.parts.PartsDescription;
import io.ledgerline.local.process.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes each service's settings file: the same names that an installation elsewhere sets, with the
 * embedded parts' places.
 */
final class ServiceSettings {
  private final PartsDescription parts;
  private final HttpsCertificate https;
  private final SuiteKeys keys;
  private final int portOffset;
  private final Map<Service, Map<String, String>> more;

  ServiceSettings(PartsDescription parts, HttpsCertificate https, SuiteKeys keys, int portOffset) {
    this(parts, https, keys, portOffset, Map.of());
  }

  /**
   * @param more further settings of a service, which win over those made here
   */
  ServiceSettings(
      PartsDescription parts,
      HttpsCertificate https,
      SuiteKeys keys,
      int portOffset,
      Map<Service, Map<String, String>> more) {
    this.parts = parts;
    this.https = https;
    this.keys = keys;
    this.portOffset = portOffset;
    this.more = Map.copyOf(more);
  }

  /**
   * Writes the file anew; only its owner may read it. Makes the certificate where it is missing.
   */
  void write(Replica replica, Path file) throws IOException {
    if (replica.httpsPort(portOffset).isPresent()) {
      https.renew();
    }
    Files.createDirectories(file.getParent());
    String lines =
        of(replica).entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("\n"));
    PrivateFiles.write(
        file, "# Written at each start by ./ledgerline; edits are lost.\n" + lines + "\n");
  }

  Map<String, String> of(Replica replica) {
    Service service = replica.service();
    Map<String, String> all = new TreeMap<>();
    // Above application.properties, below the environment and -D.
    all.put("config_ordinal", "275");
    all.put("quarkus.http.host", "127.0.0.1");
    all.put("quarkus.http.port", Integer.toString(replica.port(portOffset)));
    replica.httpsPort(portOffset).ifPresent(port -> https(all, port));
    database(all, service);
    all.put("kafka.bootstrap.servers", parts.kafka().bootstrapServers());
    objectStore(all);
    key(all, "local-admin", keys.admin(), "admin,operator");
    all.putAll(
        switch (service) {
          case INGEST -> ingest();
          case REPORT -> report(replica.number());
          case NOTIFY -> notifying(replica.number());
        });
    all.putAll(more.getOrDefault(service, Map.of()));
    return all;
  }

  /** Beside http. A certificate that is made anew meanwhile is found within an hour. */
  private void https(Map<String, String> all, int port) {
    all.put("quarkus.http.ssl-port", Integer.toString(port));
    all.put("quarkus.http.tls-configuration-name", "local");
    all.put("quarkus.tls.local.key-store.p12.path", https.keyStore().toString());
    all.put("quarkus.tls.local.key-store.p12.password", HttpsCertificate.PASSWORD);
    all.put("quarkus.tls.local.reload-period", "1h");
  }

  private Map<String, String> ingest() {
    Map<String, String> own = new TreeMap<>();
    key(own, "report-service", keys.reportService(), "service");
    own.put("ledgerline.inlet.s3.enabled", "true");
    String location = "ledgerline.inlet.s3.locations.\"" + Buckets.BEDROCK_LOGS + "\".";
    own.put(location + "bucket", Buckets.BEDROCK_LOGS);
    own.put(location + "tenant", "default");
    return own;
  }

  /** Replicas ask replicas of the same number, as a load balancer would spread them. */
  private Map<String, String> report(int number) {
    Map<String, String> own = new TreeMap<>();
    key(own, "notify-service", keys.notifyService(), "service");
    own.put("ledgerline.ingest.url", new Replica(Service.INGEST, number).url(portOffset));
    own.put("ledgerline.ingest.api-key", keys.reportService());
    own.put("ledgerline.object-store.bucket", Buckets.ARTIFACTS);
    return own;
  }

  private Map<String, String> notifying(int number) {
    return Map.of(
        "ledgerline.report.url", new Replica(Service.REPORT, number).url(portOffset),
        "ledgerline.report.api-key", keys.notifyService(),
        "quarkus.mailer.host", parts.smtp().host(),
        "quarkus.mailer.port", Integer.toString(parts.smtp().port()),
        "quarkus.mailer.mock", "false");
  }

  private void database(Map<String, String> all, Service service) {
    PartsDescription.Postgres at = parts.postgres();
    all.put("ledgerline.database.host", at.host());
    all.put("ledgerline.database.port", Integer.toString(at.port()));
    all.put("ledgerline.database.name", at.database());
    all.put("ledgerline.database.user", service.text());
    all.put("ledgerline.database.password", at.roles().get(service.text()));
  }

  private void objectStore(Map<String, String> all) {
    all.put("ledgerline.object-store.endpoint", parts.s3().endpoint());
    all.put("ledgerline.object-store.region", parts.s3().region());
    all.put("ledgerline.object-store.access-key", parts.s3().accessKey());
    all.put("ledgerline.object-store.secret-key", parts.s3().secretKey());
    all.put("ledgerline.object-store.path-style", "true");
  }

  private static void key(Map<String, String> all, String name, String key, String role) {
    String prefix = "ledgerline.access.static-keys." + name + ".";
    all.put(prefix + "sha256", SuiteKeys.sha256(key));
    all.put(prefix + "roles", role);
    all.put(prefix + "tenant", "default");
  }
}
