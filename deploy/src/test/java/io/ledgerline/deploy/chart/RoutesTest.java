package io.ledgerline.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.ledgerline.deploy.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may reach what, from outside and inside the cluster. */
class RoutesTest {
  private static final RenderedChart EVERYTHING = Chart.render(Chart.EVERYTHING);

  @ParameterizedTest
  @CsvSource({
    "/api/v1/events, ingest",
    "/api/v1/inlets/s3/objects, ingest",
    "/api/v1/inlets/quarantine/7/replays, ingest",
    "/api/v1/charges, ingest",
    "/api/v1/usage, ingest",
    "/api/v1/ledger/watermark, ingest",
    "/api/v1/report-kinds, report",
    "/api/v1/report-runs, report",
    "/api/v1/artifacts/7/content, report",
    "/api/v1/statements, report",
    "/api/v1/schedules/7/dues, report",
    "/api/v1/prices/imports, report",
    "/api/v1/ratings, report",
    "/api/v1/meters, report",
    "/api/v1/cost-centres, report",
    "/api/v1/directory, report",
    "/api/v1/keys, report",
    "/api/v1/budgets, report",
    "/api/v1/reconciliation, report",
    "/api/v1/daily-billing-records, report",
    "/api/v1/usages, report",
    "/v1/reports, report",
    "/api/v4/billing, report",
    "/api/sys/tokens, report",
    "/api/admin/chargeback/report, report",
    "/scim/v2/Users, report",
    "/problems/not-found, report",
    "/, report",
    "/api/v1/deliveries/7/replays, notify",
    "/api/v1/channels, notify",
    "/api/v1/dead-letters, notify",
  })
  void oneHostSendsEachPathToTheServiceThatOwnsIt(String path, String service) {
    assertThat(backendOf(path)).contains("usage-metering-" + service);
  }

  @ParameterizedTest
  @CsvSource({"/q/health", "/q/metrics", "/q/openapi", "/index.html"})
  void whatOperatorsReadStaysInsideTheCluster(String path) {
    assertThat(backendOf(path)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ingest", "report", "notify"})
  void everyResourceThatAServiceHasIsReachedFromOutside(String service) throws IOException {
    List<String> paths = resourcePathsOf(service + "-service");

    assertThat(paths)
        .hasSizeGreaterThan(2)
        .allSatisfy(path -> assertThat(backendOf(path)).contains("usage-metering-" + service));
  }

  private static List<String> resourcePathsOf(String module) throws IOException {
    Pattern rootPath = Pattern.compile("(?m)^@Path\\(\"(/[^\"]+)\"\\)");
    try (Stream<Path> files = Files.walk(SourceTree.ROOT.resolve(module).resolve("src/main"))) {
      return files
          .filter(file -> file.toString().endsWith("Resource.java"))
          .flatMap(file -> rootPath.matcher(SourceTree.read(file)).results())
          .map(match -> match.group(1))
          .toList();
    }
  }

  /** The rule of Kubernetes: an exact match, else the longest prefix of whole path elements. */
  private static Optional<String> backendOf(String path) {
    Ingress ingress = EVERYTHING.all(Ingress.class).getFirst();
    return ingress.getSpec().getRules().getFirst().getHttp().getPaths().stream()
        .filter(rule -> matches(rule, path))
        .max(Comparator.comparingInt(rule -> rule.getPath().length()))
        .map(
            rule -> {
              assertThat(rule.getBackend().getService().getPort().getName()).isEqualTo("http");
              return rule.getBackend().getService().getName();
            });
  }

  private static boolean matches(HTTPIngressPath rule, String path) {
    return rule.getPath().equals(path)
        || rule.getPathType().equals("Prefix") && path.startsWith(rule.getPath() + "/");
  }

  @Test
  void thereIsNoIngressUnlessAskedFor() {
    assertThat(Chart.render(Chart.NEEDED).all(Ingress.class)).isEmpty();
  }

  @Test
  void onlyTheNamedPeersAndTheServiceThatReadsComeIn() {
    assertThat(peersOf("ingest")).containsExactlyInAnyOrder("test", "report");
    assertThat(peersOf("report")).containsExactlyInAnyOrder("test", "notify");
    assertThat(peersOf("notify")).containsExactlyInAnyOrder("test");
  }

  private static List<String> peersOf(String service) {
    List<NetworkPolicyPeer> peers =
        EVERYTHING.one(NetworkPolicy.class, service).getSpec().getIngress().getFirst().getFrom();
    assertThat(peers.getFirst().getNamespaceSelector().getMatchLabels())
        .containsValue("ingress-nginx");
    return peers.stream()
        .filter(peer -> peer.getPodSelector() != null)
        .map(peer -> peer.getPodSelector().getMatchLabels().get("app.kubernetes.io/component"))
        .toList();
  }

  @Test
  void byDefaultAnyPodMayReachTheHttpPortAndNothingElse() {
    assertThat(Chart.render(Chart.NEEDED).all(NetworkPolicy.class))
        .hasSize(3)
        .allSatisfy(
            policy -> {
              assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress");
              assertThat(policy.getSpec().getIngress()).hasSize(1);
              assertThat(policy.getSpec().getIngress().getFirst().getPorts()).hasSize(1);
              assertThat(policy.getSpec().getIngress().getFirst().getFrom()).isEmpty();
            });
  }

  @Test
  void aScrapeShowsTheMetricsKey() {
    assertThat(EVERYTHING.all(ServiceMonitor.class))
        .hasSize(3)
        .allSatisfy(
            monitor -> {
              var endpoint = monitor.getSpec().getEndpoints().getFirst();
              assertThat(endpoint.getPath()).isEqualTo("/q/metrics");
              var credentials = endpoint.getAuthorization().getCredentials();
              assertThat(credentials.getName()).isEqualTo("ledgerline-access");
              assertThat(credentials.getKey()).isEqualTo("metrics-key");
            });
  }
}
