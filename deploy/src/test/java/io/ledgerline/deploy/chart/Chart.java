package io.ledgerline.deploy.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import io.ledgerline.deploy.SourceTree;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The chart, rendered by the Helm library; each value set only once. */
final class Chart {
  /** Only the values that the chart asks for. */
  static final String NEEDED = "needed";

  /** Every switch turned. */
  static final String EVERYTHING = "everything";

  /** Every optional part off. */
  static final String BARE = "bare";

  /** Images pinned, services set apart. */
  static final String DIGESTS = "digests";

  /** The value sets that every check of form runs with. */
  static final List<String> ALL = List.of(NEEDED, EVERYTHING, BARE, DIGESTS);

  /** The oldest release that Chart.yaml allows. */
  private static final String OLDEST_KUBERNETES = "1.30.0";

  private static final Path COPY = HooklessCopy.make();
  private static final Map<String, RenderedChart> RENDERED = new ConcurrentHashMap<>();

  private Chart() {}

  /** Helm's own words on the chart as it is shipped. */
  static LintResult lint() {
    return new Helm(SourceTree.CHART).lint().strict().call();
  }

  /** Renders {@code needed.yaml} with the named set over it. */
  static RenderedChart render(String valueSet) {
    return RENDERED.computeIfAbsent(valueSet, set -> new RenderedChart(template(set, Map.of())));
  }

  /**
   * Renders with single values set over the named set.
   *
   * @throws IllegalStateException with Helm's message when the chart refuses the values
   */
  static String template(String valueSet, Map<String, String> changes) {
    var command =
        new Helm(COPY)
            .template()
            .withName("usage")
            .withNamespace("billing")
            .withKubeVersion(OLDEST_KUBERNETES)
            .withValuesFile(valuesFile(NEEDED))
            .withValuesFile(valuesFile(valueSet));
    changes.forEach(command::set);
    return command.call();
  }

  /** What an admin reads after the install. */
  static String notes(String valueSet) {
    String output =
        new Helm(SourceTree.CHART)
            .install()
            .withName("usage")
            .withNamespace("billing")
            .withKubeVersion(OLDEST_KUBERNETES)
            .withValuesFile(valuesFile(NEEDED))
            .withValuesFile(valuesFile(valueSet))
            .clientOnly()
            .dryRun()
            .debug()
            .call()
            .getOutput();
    return output.substring(output.indexOf("NOTES:"));
  }

  private static Path valuesFile(String name) {
    try {
      return Path.of(Chart.class.getResource("/values/" + name + ".yaml").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
