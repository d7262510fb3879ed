package io.ledgerline.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.platform.problem.InvalidRequest;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CursorTest {
  @Property
  void aCursorComesBackAsItWas(@ForAll("parts") List<String> parts) {
    Cursor cursor = new Cursor(parts);

    assertThat(Cursor.fromString(cursor.encode())).isEqualTo(cursor);
    assertThat(cursor.encode()).matches("[A-Za-z0-9_-]*");
  }

  @Property
  void anyTextIsACursorOrAnInvalidRequest(@ForAll String text) {
    try {
      assertThat(Cursor.fromString(text).parts()).isNotEmpty();
    } catch (InvalidRequest e) {
      assertThat(e.errors().getFirst().field()).isEqualTo("cursor");
    }
  }

  @Test
  void partsAreReadAsWhatTheyAre() {
    Instant at = Instant.parse("2023-11-16T18:01:50.123456Z");
    Cursor cursor = Cursor.fromString(Cursor.of(at, 17L, "x").encode());

    assertThat(cursor.instant(0)).isEqualTo(at);
    assertThat(cursor.number(1)).isEqualTo(17);
    assertThat(cursor.text(2)).isEqualTo("x");
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    Cursor cursor = Cursor.of("a");

    assertThatThrownBy(() -> cursor.number(0)).isInstanceOf(InvalidRequest.class);
    assertThatThrownBy(() -> cursor.text(1)).isInstanceOf(InvalidRequest.class);
    assertThatThrownBy(() -> cursor.instant(0)).isInstanceOf(InvalidRequest.class);
  }

  @Provide
  Arbitrary<List<String>> parts() {
    return Arbitraries.strings()
        .ofMaxLength(40)
        .filter(s -> !s.contains("\u001F"))
        .filter(s -> s.chars().noneMatch(c -> Character.isSurrogate((char) c)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .filter(list -> !list.equals(List.of("")));
  }
}
