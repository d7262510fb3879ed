package io.ledgerline.ingest.ledger.canon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class CanonicalFormPropertiesTest {
  private static UUID digest(List<String> fields) {
    FieldDigest digest = new FieldDigest("test 1").number(fields.size());
    fields.forEach(digest::text);
    return digest.first16();
  }

  @Property(tries = 500)
  void equalFieldsHaveEqualDigestsAndOthersDoNot(
      @ForAll @Size(max = 4) List<String> one, @ForAll @Size(max = 4) List<String> other) {
    assertThat(digest(one).equals(digest(other))).isEqualTo(one.equals(other));
  }

  @Property(tries = 500)
  void charactersThatMoveFromOneFieldToTheNextChangeTheDigest(
      @ForAll String left, @ForAll String right) {
    if (!right.isEmpty()) {
      assertThat(digest(List.of(left, right)))
          .isNotEqualTo(digest(List.of(left + right.charAt(0), right.substring(1))));
    }
  }
}
