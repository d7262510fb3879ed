package io.ledgerline.report.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.PrincipalId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DimensionSetTest {
  private static DimensionSet set(
      String workspace, String project, String model, Map<String, String> priceClass) {
    return new DimensionSet(
        TenantId.DEFAULT,
        new Dimensions(
            "a",
            new PrincipalId(new UUID(1, 2)),
            workspace,
            project,
            null,
            model,
            null,
            null,
            PriceClass.of(priceClass)));
  }

  @Test
  void equalSetsHaveOneDigest() {
    assertThat(set("w", null, "m", Map.of("x", "1", "y", "2")).digest())
        .isEqualTo(set("w", null, "m", Map.of("y", "2", "x", "1")).digest());
  }

  @Test
  void setsThatDifferAnywhereHaveDifferentDigests() {
    List<UUID> digests =
        Stream.of(
                set("w", null, null, Map.of()),
                set(null, "w", null, Map.of()),
                set(null, null, "w", Map.of()),
                set(null, null, null, Map.of("w", "w")),
                set("ww", null, null, Map.of()),
                set("w", "w", null, Map.of()),
                new DimensionSet(
                    new TenantId("other"), set("w", null, null, Map.of()).dimensions()))
            .map(DimensionSet::digest)
            .toList();
    assertThat(digests).doesNotHaveDuplicates();
  }
}
