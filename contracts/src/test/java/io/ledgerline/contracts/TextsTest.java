package io.ledgerline.contracts;

import static io.ledgerline.contracts.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @Property
  void whatPassesIsUnchangedBoundedAndEncodable(@ForAll @StringLength(max = 300) String text) {
    try {
      String kept = Texts.required("name", text, Texts.MAX_NAME);
      assertThat(kept).isSameAs(text).isNotBlank().hasSizeLessThanOrEqualTo(Texts.MAX_NAME);
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(kept)).isTrue();
      assertThat(kept.chars().anyMatch(Character::isISOControl)).isFalse();
    } catch (InvalidValueException expected) {
      assertThat(expected.code()).isIn("missing", "text-too-long", "control-character");
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t"})
  void aRequiredTextMustSaySomething(String text) {
    assertRefused(() -> Texts.required("source", text, 10), "source", "missing");
  }

  @Test
  void anEmptyOptionalTextIsNone() {
    assertThat(Texts.optional("project", "", 10)).isNull();
    assertThat(Texts.optional("project", null, 10)).isNull();
    assertThat(Texts.optional("project", "a b", 10)).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\nb", "\ud800", "a\udc00", "\ud800x", "x\u0085"})
  void whatIsNoTextIsRefused(String text) {
    assertRefused(() -> Texts.optional("model", text, 10), "model", "control-character");
  }

  @Test
  void aPairOfSurrogatesIsOneCharacterOfText() {
    assertThat(Texts.required("model", "\ud83d\ude80", 2)).isEqualTo("\ud83d\ude80");
    assertRefused(() -> Texts.required("model", "abc", 2), "model", "text-too-long");
  }
}
