package io.ledgerline.contracts.usage;

import static io.ledgerline.contracts.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LabelsTest {
  @Test
  void labelsAreSortedCopiedAndFixed() {
    Map<String, String> said = new HashMap<>(Map.of("b", "2", "a", "1"));
    Labels labels = Labels.of(said);
    said.put("c", "3");

    assertThat(labels.values()).containsExactlyEntriesOf(new TreeMap<>(Map.of("a", "1", "b", "2")));
    assertThatThrownBy(() -> labels.values().put("d", "4"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void noLabelsAreNone() {
    assertThat(Labels.of(null)).isEqualTo(Labels.NONE).isEqualTo(Labels.of(Map.of()));
  }

  @Test
  void aLabelWithoutAValueIsEmpty() {
    Map<String, String> said = new HashMap<>();
    said.put("team", null);
    assertThat(Labels.of(said).values()).containsEntry("team", "");
  }

  @Test
  void labelsAreBounded() {
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i < 65; i++) {
      many.put("label" + i, "x");
    }
    assertRefused(() -> Labels.of(many), "labels", "too-many-labels");
    assertRefused(() -> Labels.of(Map.of("team", "x".repeat(257))), "team", "text-too-long");
    assertRefused(() -> Labels.of(Map.of("n".repeat(129), "x")), "name", "text-too-long");
    assertRefused(() -> Labels.of(Map.of(" ", "x")), "name", "missing");
    assertRefused(() -> Labels.of(Map.of("team", "a\u0007")), "team", "control-character");
  }
}
