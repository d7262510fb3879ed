package io.ledgerline.report.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRuleTest {
  private static final Set<String> KNOWN = Set.of("anthropic.claude-3-haiku", "us.priced-apart");

  private static Optional<ModelRule.Match> resolve(String model) {
    return ModelRule.resolve(model, KNOWN::contains);
  }

  @Test
  void aKnownNameStandsForItself() {
    assertThat(resolve("anthropic.claude-3-haiku"))
        .contains(new ModelRule.Match("anthropic.claude-3-haiku", ModelRule.EXACT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"us.", "eu.", "apac.", "global.", "us-gov.", "jp.", "au."})
  void aRegionPrefixIsTakenOff(String prefix) {
    assertThat(resolve(prefix + "anthropic.claude-3-haiku"))
        .contains(new ModelRule.Match("anthropic.claude-3-haiku", ModelRule.REGION_PREFIX));
  }

  @Test
  void aPriceOfTheRegionalNameItselfWins() {
    assertThat(resolve("us.priced-apart"))
        .contains(new ModelRule.Match("us.priced-apart", ModelRule.EXACT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"unknown", "us.unknown", "us.us.anthropic.claude-3-haiku", "mars.x", "us."})
  void whatNoRuleLeadsToHasNoPrice(String model) {
    assertThat(resolve(model)).isEmpty();
  }

  @Test
  void usageWithoutAModelHasNoPrice() {
    assertThat(resolve(null)).isEmpty();
  }
}
