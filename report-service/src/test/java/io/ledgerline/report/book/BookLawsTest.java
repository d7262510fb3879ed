package io.ledgerline.report.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.book.Notes.Note;
import io.ledgerline.report.book.Notes.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of the book whatever is laid down, corrected and taken back in it. */
class BookLawsTest {
  private static final Instant FIRST = Instant.parse("2026-05-01T00:00:00Z");
  private static final int QUARTERS = 12;
  private static final List<Topic> TOPICS = List.of(new Topic("a"), new Topic("b"));

  /** Imports, one after the other; within one no two drafts contradict each other. */
  @Provide
  Arbitrary<List<List<Draft<Topic, Note>>>> imports() {
    Arbitrary<Draft<Topic, Note>> draft =
        Combinators.combine(
                Arbitraries.of("a", "b"),
                Arbitraries.of("x", "y", null),
                Arbitraries.integers().between(0, QUARTERS - 1),
                Arbitraries.integers().between(0, QUARTERS))
            .as((topic, text, from, to) -> Notes.draft(topic, text, from, to > from ? to : -1));
    return draft.list().ofMaxSize(6).map(BookLawsTest::withoutContradictions).list().ofMaxSize(8);
  }

  private static List<Draft<Topic, Note>> withoutContradictions(List<Draft<Topic, Note>> drafts) {
    List<Draft<Topic, Note>> kept = new ArrayList<>();
    for (Draft<Topic, Note> draft : drafts) {
      kept.add(draft);
      if (!Changes.contradictions(kept).isEmpty()) {
        kept.removeLast();
      }
    }
    return kept;
  }

  /** The entries after all imports; an import that changes nothing writes nothing. */
  private static List<Entry<Topic, Note>> learn(List<List<Draft<Topic, Note>>> imports) {
    List<Entry<Topic, Note>> entries = new ArrayList<>();
    for (int i = 0; i < imports.size(); i++) {
      Register<Topic, Note> book = new Register<>(FIRST.plusSeconds(i), entries);
      entries.addAll(
          Notes.learnt(
              FIRST.plusSeconds(i),
              Changes.between(book, imports.get(i)).fresh().stream().map(Change::draft).toList()));
    }
    return entries;
  }

  private static List<String> story(Register<Topic, Note> book) {
    List<String> story = new ArrayList<>();
    for (Topic topic : TOPICS) {
      for (int quarter = -1; quarter <= QUARTERS + 1; quarter++) {
        story.add(book.at(topic, Notes.at(quarter)).map(e -> e.value().text()).orElse("-"));
      }
    }
    return story;
  }

  @Property
  void aRegisterThatLearnsBitByBitIsTheOneThatIsReadAtOnce(
      @ForAll("imports") List<List<Draft<Topic, Note>>> imports) {
    List<Entry<Topic, Note>> all = learn(imports);
    Register<Topic, Note> grown = new Register<>(Instant.EPOCH, List.of());
    for (int i = 0; i < imports.size(); i += 2) {
      Instant seen = grown.knownAt();
      Instant until = FIRST.plusSeconds(i + 1L);
      grown =
          grown.learning(
              all.stream()
                  .filter(e -> e.knownSince().isAfter(seen) && !e.knownSince().isAfter(until))
                  .toList());
    }
    Register<Topic, Note> atOnce = new Register<>(FIRST.plusSeconds(imports.size()), all);
    assertThat(grown.keys()).isEqualTo(atOnce.keys());
    for (Topic topic : TOPICS) {
      assertThat(grown.versions(topic)).isEqualTo(atOnce.versions(topic));
      assertThat(grown.spans(topic)).isEqualTo(atOnce.spans(topic));
    }
  }

  @Property(tries = 300)
  void importingTwiceChangesNothing(@ForAll("imports") List<List<Draft<Topic, Note>>> imports) {
    List<Entry<Topic, Note>> entries = learn(imports);
    if (!imports.isEmpty()) {
      Register<Topic, Note> book = new Register<>(FIRST.plusSeconds(99), entries);
      assertThat(Changes.between(book, imports.getLast()).fresh()).isEmpty();
    }
  }

  @Property(tries = 300)
  void whatWasKnownAtAMarkNeverChanges(@ForAll("imports") List<List<Draft<Topic, Note>>> imports) {
    List<Entry<Topic, Note>> all = learn(imports);
    for (int i = 0; i < imports.size(); i++) {
      Register<Topic, Note> then =
          new Register<>(FIRST.plusSeconds(i), learn(imports.subList(0, i + 1)));
      assertThat(story(new Register<>(FIRST.plusSeconds(i), all))).isEqualTo(story(then));
    }
  }

  @Property(tries = 300)
  void theLatestThatIsValidCountsAndLeavingOutRepetitionsDoesNoHarm(
      @ForAll("imports") List<List<Draft<Topic, Note>>> imports) {
    Register<Topic, Note> book = new Register<>(FIRST.plusSeconds(99), learn(imports));
    List<Draft<Topic, Note>> latestFirst =
        imports.reversed().stream().flatMap(List::stream).toList();
    for (Topic topic : TOPICS) {
      for (int quarter = -1; quarter <= QUARTERS + 1; quarter++) {
        Instant time = Notes.at(quarter);
        Note expected =
            latestFirst.stream()
                .filter(d -> d.key().equals(topic) && d.validity().contains(time))
                .findFirst()
                .map(Draft::value)
                .orElse(null);
        assertThat(book.at(topic, time).map(Entry::value).orElse(null)).isEqualTo(expected);
      }
    }
  }

  @Property(tries = 300)
  void spansAreApartInOrderAndSayWhatALookUpSays(
      @ForAll("imports") List<List<Draft<Topic, Note>>> imports) {
    Register<Topic, Note> book = new Register<>(FIRST.plusSeconds(99), learn(imports));
    for (Topic topic : TOPICS) {
      List<Span<Topic, Note>> spans = book.spans(topic);
      assertThat(spans).isSortedAccordingTo(Comparator.comparing(span -> span.when().from()));
      for (int quarter = -1; quarter <= QUARTERS + 1; quarter++) {
        Instant time = Notes.at(quarter);
        assertThat(spans.stream().filter(s -> s.when().contains(time)).map(Span::entry).toList())
            .isEqualTo(book.at(topic, time).stream().toList());
      }
    }
  }
}
