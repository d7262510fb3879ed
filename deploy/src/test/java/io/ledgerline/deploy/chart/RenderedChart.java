package io.ledgerline.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the chart gives for one value set, as text and as typed Kubernetes objects. */
final class RenderedChart {
  /** The services by the name of their component. */
  static final List<String> SERVICES = List.of("ingest", "report", "notify");

  private final String yaml;
  private final List<HasMetadata> objects;

  RenderedChart(String yaml) {
    this.yaml = yaml;
    Object parsed = new KubernetesSerialization().unmarshal(yaml);
    assertThat(parsed).isInstanceOf(Collection.class);
    this.objects = ((Collection<?>) parsed).stream().map(HasMetadata.class::cast).toList();
  }

  String yaml() {
    return yaml;
  }

  List<HasMetadata> objects() {
    return objects;
  }

  <T extends HasMetadata> List<T> all(Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The only object of its type for a service. */
  <T extends HasMetadata> T one(Class<T> type, String service) {
    List<T> found = all(type).stream().filter(object -> service.equals(component(object))).toList();
    assertThat(found).as("%s of %s", type.getSimpleName(), service).hasSize(1);
    return found.getFirst();
  }

  Container container(String service) {
    List<Container> containers =
        one(Deployment.class, service).getSpec().getTemplate().getSpec().getContainers();
    assertThat(containers).hasSize(1);
    return containers.getFirst();
  }

  /** Plain settings of a service: those of its ConfigMap and the literal ones of its container. */
  Map<String, String> settings(String service) {
    Map<String, String> settings = new LinkedHashMap<>(one(ConfigMap.class, service).getData());
    container(service).getEnv().stream()
        .filter(entry -> entry.getValueFrom() == null)
        .forEach(entry -> settings.put(entry.getName(), entry.getValue()));
    return settings;
  }

  /** Settings of a service that come from a Secret, each as {@code secret/key}. */
  Map<String, String> secretSettings(String service) {
    return container(service).getEnv().stream()
        .filter(entry -> entry.getValueFrom() != null)
        .collect(Collectors.toMap(EnvVar::getName, RenderedChart::reference));
  }

  private static String reference(EnvVar entry) {
    var reference = entry.getValueFrom().getSecretKeyRef();
    return reference.getName() + "/" + reference.getKey();
  }

  static String component(HasMetadata object) {
    return object.getMetadata().getLabels().get("app.kubernetes.io/component");
  }
}
