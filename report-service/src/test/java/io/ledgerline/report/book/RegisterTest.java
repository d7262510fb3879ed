package io.ledgerline.report.book;

import static io.ledgerline.report.book.Notes.at;
import static io.ledgerline.report.book.Notes.draft;
import static io.ledgerline.report.book.Notes.learnt;
import static io.ledgerline.report.book.Notes.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.book.Notes.Note;
import io.ledgerline.report.book.Notes.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterTest {
  private static final Topic A = new Topic("a");
  private static final Instant FIRST = Instant.parse("2026-05-01T00:00:00.000001Z");

  private final List<Entry<Topic, Note>> entries = new ArrayList<>();

  private Instant learn(Draft<Topic, Note> draft) {
    Instant known = FIRST.plusSeconds(entries.size());
    entries.addAll(learnt(known, List.of(draft)));
    return known;
  }

  private Register<Topic, Note> register(Instant knownAt) {
    return new Register<>(knownAt, entries);
  }

  private String says(Instant knownAt, int quarter) {
    return register(knownAt).at(A, at(quarter)).map(e -> e.value().text()).orElse(null);
  }

  @Test
  void whatWasLearntLastCountsWithinItsValidityAndTheOlderAroundIt() {
    Instant old = learn(draft("a", "old", 0, -1));
    Instant now = learn(draft("a", "new", 4, 8));
    assertThat(says(now, 3)).isEqualTo("old");
    assertThat(says(now, 4)).isEqualTo("new");
    assertThat(says(now, 7)).isEqualTo("new");
    assertThat(says(now, 8)).isEqualTo("old");
    assertThat(says(old, 5)).isEqualTo("old");
    assertThat(says(old.minusNanos(1000), 5)).isNull();
    assertThat(register(now).at(A, at(-1))).isEmpty();
    assertThat(register(now).at(new Topic("b"), at(5))).isEmpty();
  }

  @Test
  void aWithdrawalMakesTheKeySilentAndIsSeenAsTheLatest() {
    learn(draft("a", "old", 0, -1));
    Instant now = learn(draft("a", null, 4, 8));
    assertThat(says(now, 3)).isEqualTo("old");
    assertThat(says(now, 4)).isNull();
    assertThat(register(now).latest(A, at(4)).orElseThrow().isWithdrawal()).isTrue();
    assertThat(register(now).spans(A))
        .extracting(Span::when)
        .containsExactly(valid(0, 4), valid(8, -1));
  }

  @Test
  void versionsAreToldFromTheLatest() {
    learn(draft("a", "old", 0, -1));
    Instant now = learn(draft("a", "new", 0, -1));
    assertThat(register(now).versions(A))
        .extracting(e -> e.value().text())
        .containsExactly("new", "old");
    assertThat(register(now).entries()).hasSize(2);
    assertThat(register(now).keys()).containsExactly(A);
    assertThat(register(now).seenFrom(now.plusSeconds(9)).versions(A)).hasSize(2);
  }

  @Test
  void whatDraftsLeadToCanBeSeenBefore() {
    Instant now = learn(draft("a", "old", 0, -1));
    Register<Topic, Note> supposed =
        register(now).supposing(List.of(draft("a", "new", 2, -1), draft("b", "other", 0, 1)));
    assertThat(supposed.at(A, at(1)).orElseThrow().value().text()).isEqualTo("old");
    assertThat(supposed.at(A, at(2)).orElseThrow().value().text()).isEqualTo("new");
    assertThat(supposed.at(new Topic("b"), at(0))).isPresent();
    assertThat(says(now, 2)).isEqualTo("old");
  }

  @Test
  void validitiesOverlapWhenTheyShareAQuarterHour() {
    assertThat(valid(0, 4).overlaps(valid(4, 8))).isFalse();
    assertThat(valid(0, 5).overlaps(valid(4, 8))).isTrue();
    assertThat(valid(4, 8).overlaps(valid(0, -1))).isTrue();
    assertThat(valid(9, -1).overlaps(valid(4, 8))).isFalse();
    assertThat(valid(0, -1).overlaps(valid(99, -1))).isTrue();
  }
}
