package io.ledgerline.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Pods are asked after, kept in bounds and found by their Service. */
class WorkloadsTest {
  static final List<String> VALUE_SETS = Chart.ALL;

  @ParameterizedTest
  @CsvSource({"ingest, 8081", "report, 8082", "notify, 8083"})
  void aServiceIsReachedOnThePortItListensOn(String service, int port) {
    RenderedChart chart = Chart.render(Chart.NEEDED);
    Service kubernetesService = chart.one(Service.class, service);
    PodTemplateSpec pods = chart.one(Deployment.class, service).getSpec().getTemplate();

    assertThat(chart.container(service).getPorts())
        .singleElement()
        .satisfies(
            container -> {
              assertThat(container.getName()).isEqualTo("http");
              assertThat(container.getContainerPort()).isEqualTo(port);
            });
    assertThat(kubernetesService.getSpec().getPorts())
        .singleElement()
        .satisfies(target -> assertThat(target.getTargetPort()).isEqualTo(new IntOrString("http")));
    assertThat(pods.getMetadata().getLabels())
        .containsAllEntriesOf(kubernetesService.getSpec().getSelector());
  }

  @ParameterizedTest
  @CsvSource({"ingest", "report", "notify"})
  void healthIsAskedWhereQuarkusAnswersIt(String service) {
    Container container = Chart.render(Chart.NEEDED).container(service);

    assertThat(path(container.getStartupProbe())).isEqualTo("/q/health/started");
    assertThat(path(container.getLivenessProbe())).isEqualTo("/q/health/live");
    assertThat(path(container.getReadinessProbe())).isEqualTo("/q/health/group/serving");
  }

  private static String path(Probe probe) {
    assertThat(probe.getHttpGet().getPort()).isEqualTo(new IntOrString("http"));
    return probe.getHttpGet().getPath();
  }

  @ParameterizedTest
  @FieldSource("VALUE_SETS")
  void everyPodRunsWithTheLeastRights(String valueSet) {
    assertThat(podSpecs(Chart.render(valueSet)))
        .allSatisfy(
            pod -> {
              assertThat(pod.getAutomountServiceAccountToken()).isFalse();
              assertThat(pod.getEnableServiceLinks()).isFalse();
              assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
              assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
              assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                  .isEqualTo("RuntimeDefault");
              assertThat(pod.getContainers()).allSatisfy(WorkloadsTest::hasNoRights);
            });
  }

  private static void hasNoRights(Container container) {
    var security = container.getSecurityContext();
    assertThat(security.getReadOnlyRootFilesystem()).isTrue();
    assertThat(security.getAllowPrivilegeEscalation()).isFalse();
    assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(container.getResources().getLimits()).containsKey("memory");
    assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
  }

  private static List<PodSpec> podSpecs(RenderedChart chart) {
    List<PodSpec> pods = new ArrayList<>();
    chart.all(Deployment.class).forEach(it -> pods.add(it.getSpec().getTemplate().getSpec()));
    chart.all(Job.class).forEach(it -> pods.add(it.getSpec().getTemplate().getSpec()));
    chart.all(Pod.class).forEach(it -> pods.add(it.getSpec()));
    assertThat(pods).hasSizeGreaterThanOrEqualTo(4);
    return pods;
  }

  @ParameterizedTest
  @CsvSource({
    "needed, ingest, ledgerline/ingest-service:0.1.0-SNAPSHOT",
    "everything, report, registry.example.com/mirror/ledgerline/report-service:1.2.3",
    "digests, notify, registry.example.com/ledgerline/notify-service@sha256:333333333333",
  })
  void aDigestGoesBeforeATagAndATagBeforeTheChartsVersion(
      String valueSet, String service, String image) {
    assertThat(Chart.render(valueSet).container(service).getImage()).startsWith(image);
  }

  @Test
  void aServicesOwnSettingGoesBeforeTheDefaultEvenWhenItSwitchesOff() {
    RenderedChart chart = Chart.render(Chart.DIGESTS);

    assertThat(chart.one(Deployment.class, "ingest").getSpec().getReplicas()).isEqualTo(4);
    assertThat(chart.one(Deployment.class, "report").getSpec().getReplicas()).isEqualTo(2);
    assertThat(chart.container("ingest").getResources().getLimits().get("memory"))
        .hasToString("1Gi");
    assertThat(chart.container("ingest").getResources().getRequests().get("memory"))
        .hasToString("512Mi");
    assertThat(chart.all(PodDisruptionBudget.class))
        .extracting(RenderedChart::component)
        .containsExactlyInAnyOrder("ingest", "report");
  }

  @Test
  void anAutoscalerOwnsTheNumberOfPods() {
    RenderedChart chart = Chart.render(Chart.EVERYTHING);

    assertThat(chart.all(HorizontalPodAutoscaler.class))
        .hasSize(3)
        .allSatisfy(
            scaler ->
                assertThat(scaler.getSpec().getScaleTargetRef().getName())
                    .isEqualTo(scaler.getMetadata().getName()));
    assertThat(chart.all(Deployment.class))
        .allSatisfy(deployment -> assertThat(deployment.getSpec().getReplicas()).isNull());
  }

  @Test
  void podsRunUnderTheirOwnAccountUnlessTheClusterGivesOne() {
    assertThat(Chart.render(Chart.NEEDED).all(ServiceAccount.class))
        .extracting(account -> account.getMetadata().getName())
        .containsExactlyInAnyOrderElementsOf(
            Chart.render(Chart.NEEDED).all(Deployment.class).stream()
                .map(it -> it.getSpec().getTemplate().getSpec().getServiceAccountName())
                .toList());
    assertThat(Chart.render(Chart.BARE).all(ServiceAccount.class)).isEmpty();
    assertThat(Chart.render(Chart.BARE).one(Deployment.class, "ingest"))
        .extracting(it -> it.getSpec().getTemplate().getSpec().getServiceAccountName())
        .isEqualTo("default");
  }

  @Test
  void anUpdateNeverTakesAPodAwayBeforeItsSuccessorIsReady() {
    assertThat(Chart.render(Chart.NEEDED).all(Deployment.class))
        .hasSize(3)
        .allSatisfy(
            deployment -> {
              var update = deployment.getSpec().getStrategy().getRollingUpdate();
              assertThat(update.getMaxUnavailable()).isEqualTo(new IntOrString(0));
              assertThat(update.getMaxSurge()).isEqualTo(new IntOrString(1));
              assertThat(deployment.getSpec().getTemplate().getSpec())
                  .extracting(PodSpec::getTopologySpreadConstraints)
                  .asInstanceOf(InstanceOfAssertFactories.LIST)
                  .hasSize(2);
            });
  }
}
