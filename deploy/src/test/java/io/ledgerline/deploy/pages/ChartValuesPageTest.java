package io.ledgerline.deploy.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.deploy.Page;
import io.ledgerline.deploy.SourceTree;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table in the chart's README says what values.yaml says. */
class ChartValuesPageTest {
  @Test
  void theReadmeListsEveryValueWithItsDefaultAndMeaning() {
    StringBuilder table = new StringBuilder("| value | default | meaning |\n|---|---|---|\n");
    for (DocumentedValue value : values()) {
      table.append(
          "| `%s` | `%s` | %s |\n"
              .formatted(value.path(), value.defaultText(), value.meaning().replace("|", "\\|")));
    }
    Page.partIsUpToDate("deploy/helm/ledgerline/README.md", "values", table.toString());
  }

  @Test
  void everyValueHasAMeaning() {
    assertThat(values())
        .hasSizeGreaterThan(90)
        .allSatisfy(value -> assertThat(value.meaning()).as(value.path()).endsWith("."));
  }

  @Test
  void aMapWithACommentIsOneValueAndOneWithoutIsAGroup() {
    assertThat(
            DocumentedValue.readAll(
                """
                # An introduction.
                a: 1
                group:
                  # -- Said here.
                  b: ""
                  # -- A whole map.
                  c:
                    d: 1
                    e: [x]
                # -- An empty one.
                f: {}
                """))
        .containsExactly(
            new DocumentedValue("a", "1", ""),
            new DocumentedValue("group.b", "\"\"", "Said here."),
            new DocumentedValue("group.c", "{d: 1, e: [x]}", "A whole map."),
            new DocumentedValue("f", "{}", "An empty one."));
  }

  private static List<DocumentedValue> values() {
    return DocumentedValue.readAll(SourceTree.read(SourceTree.CHART.resolve("values.yaml")));
  }
}
