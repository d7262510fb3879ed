package io.ledgerline.ingest.inlet.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
  @Property(tries = 200)
  void anyOutcomesComeBackAsTheyWere(@ForAll("calls") List<Outcome> outcomes) {
    assertThat(AnswerText.read(AnswerText.write(outcomes))).isEqualTo(outcomes);
  }

  @Test
  void tenThousandEqualOutcomesTakeAFewBytes() {
    byte[] text = AnswerText.write(Collections.nCopies(10_000, Outcome.RECORDED));

    assertThat(new String(text, StandardCharsets.UTF_8))
        .isEqualTo("{\"runs\":[\"10000r\"],\"reasons\":[]}");
  }

  @Provide
  Arbitrary<List<Outcome>> calls() {
    Arbitrary<Outcome> rejected =
        Arbitraries.strings()
            .ofMaxLength(5)
            .excludeChars('\uFFFE', '\uFFFF')
            .alpha()
            .withChars('\0', 'ä', '"', '\\', '€')
            .map(field -> Outcome.rejected(new Reason("wrong-type", field, "Mend " + field)));
    return Arbitraries.oneOf(
            Arbitraries.of(Outcome.RECORDED, Outcome.DUPLICATE, Outcome.CONFLICT), rejected)
        .list()
        .ofMaxSize(40);
  }
}
