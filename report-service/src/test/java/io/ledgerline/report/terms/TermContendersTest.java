package io.ledgerline.report.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TermContendersTest {
  @Provide
  Arbitrary<Set<TermMatch>> matches() {
    Arbitrary<String> few = Arbitraries.of("a", "b").injectNull(0.5);
    Arbitrary<String> models = Arbitraries.of("m", "m1", "m*", "*1", "n*").injectNull(0.4);
    Arbitrary<MeterName> meters =
        Arbitraries.of(MeterName.IMAGES, MeterName.REQUESTS).injectNull(0.5);
    return Combinators.combine(few, few, few, few, models, meters)
        .as(TermMatch::new)
        .set()
        .ofMaxSize(30);
  }

  @Property(tries = 300)
  void findsAllThatContendAndNoneElse(@ForAll("matches") Set<TermMatch> matches) {
    TermContenders contenders = new TermContenders(matches);
    for (TermMatch match : matches) {
      List<TermMatch> found = contenders.of(match).toList();
      assertThat(found).doesNotHaveDuplicates();
      assertThat(Set.copyOf(found))
          .isEqualTo(matches.stream().filter(match::contends).collect(Collectors.toSet()));
    }
  }
}
