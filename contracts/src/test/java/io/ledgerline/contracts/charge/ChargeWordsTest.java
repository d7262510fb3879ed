package io.ledgerline.contracts.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChargeWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"3141-59265359", "314159265359", "3141-5926-535", "3141-5926-535x", " "})
  void whatIsNoAccountNumberIsRefused(String text) {
    assertThatThrownBy(() -> AccountNumber.of("number", text))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            e -> {
              assertThat(e.field()).isEqualTo("number");
              assertThat(e.code()).isEqualTo("invalid-account-number");
            });
  }

  @Test
  void digitsOfOtherScriptsMakeNoAccountNumber() {
    assertThatThrownBy(() -> new AccountNumber("٣١٤١-5926-5359"))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void theNumberStillToBeGivenIsNobodys() {
    assertThat(AccountNumber.UNSET.isUnset()).isTrue();
    assertThatThrownBy(() -> AccountNumber.given("account", "9999-9999-9999"))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void numbersDrawnByChanceHaveTheForm() {
    Random chance = new Random(1);
    for (int i = 0; i < 100; i++) {
      assertThat(AccountNumber.random(chance).value()).matches("\\d{4}-\\d{4}-\\d{4}");
    }
  }

  @Test
  void labelsAreThoseOfTheOriginalAndUnknownWordsStandForThemselves() {
    assertThat(ChargeType.display("completion")).isEqualTo("Prompt Completion");
    assertThat(ChargeType.display("usage")).isEqualTo("usage");
    assertThat(ChargeProvider.display("googleai")).isEqualTo("Google AI");
    assertThat(ChargeProvider.display("test-provider")).isEqualTo("test-provider");
  }

  @Test
  void toolsAndPluginsRepeatTokens() {
    assertThat(ChargeType.COMPLETION.repeatsTokens()).isFalse();
    assertThat(ChargeType.TOOL.repeatsTokens()).isTrue();
    assertThat(ChargeType.PLUGIN.repeatsTokens()).isTrue();
  }

  @Test
  void aTotalThatIsNotTheSumIsRefusedEvenBeyondTheRange() {
    assertThat(ChargeTokens.of(100, 200, 300).total()).isEqualTo(300);
    assertThatThrownBy(() -> ChargeTokens.of(100, 200, 301)).hasMessageContaining("sum");
    assertThatThrownBy(() -> ChargeTokens.of(-1, 1, 0)).hasMessageContaining("negative");
    assertThatThrownBy(() -> ChargeTokens.of(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
        .isInstanceOf(InvalidValueException.class);
  }
}
