package io.ledgerline.benchmarks.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LiveHeapTest {
  @Test
  void theHistogramsLastLineHasTheBytes() throws IOException {
    String histogram =
        """
        123:
         num     #instances         #bytes  class name (module)
        -------------------------------------------------------
           1:        166046       10885856  [B (java.base@25)
        Total        897254       48133960\
        """;
    assertThat(LiveHeap.totalBytes(histogram)).isEqualTo(48_133_960);
  }

  @Test
  void whatIsNoHistogramIsSaid() {
    assertThatThrownBy(() -> LiveHeap.totalBytes("No such process"))
        .isInstanceOf(IOException.class);
  }
}
