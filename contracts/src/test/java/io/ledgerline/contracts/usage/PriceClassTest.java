package io.ledgerline.contracts.usage;

import static io.ledgerline.contracts.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PriceClassTest {
  @Test
  void itsTextIsTheSameWhateverTheOrder() {
    PriceClass one = PriceClass.of(Map.of("image_size", "512", "image_quality", "premium"));

    assertThat(one).hasToString("image_quality=premium;image_size=512");
    assertThat(PriceClass.NONE).hasToString("").isEqualTo(PriceClass.of(null));
  }

  @Property
  void equalClassesHaveEqualTextsAndOthersNot(
      @ForAll("classes") Map<String, String> one, @ForAll("classes") Map<String, String> other) {
    PriceClass first = PriceClass.of(one);
    PriceClass second = PriceClass.of(other);
    assertThat(first.equals(second)).isEqualTo(first.toString().equals(second.toString()));
    assertThat(PriceClass.of(new HashMap<>(one))).isEqualTo(first);
  }

  @Test
  void aPriceClassIsBounded() {
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i < 9; i++) {
      many.put("c" + i, "x");
    }
    assertRefused(() -> PriceClass.of(many), "priceClass", "too-many-price-classes");
    assertRefused(() -> PriceClass.of(Map.of("Size", "x")), "priceClass", "invalid-price-class");
    assertRefused(
        () -> PriceClass.of(Map.of("size", "1;steps=2")), "priceClass.size", "invalid-price-class");
    assertRefused(() -> PriceClass.of(Map.of("size", "")), "priceClass.size", "missing");
    assertRefused(
        () -> PriceClass.of(Map.of("size", "x".repeat(65))), "priceClass.size", "text-too-long");
  }

  @Provide
  Arbitrary<Map<String, String>> classes() {
    return Arbitraries.maps(
            Arbitraries.of("size", "quality", "steps"), Arbitraries.of("1", "2", "1=2"))
        .ofMaxSize(2);
  }
}
