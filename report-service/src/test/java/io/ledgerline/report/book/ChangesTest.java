package io.ledgerline.report.book;

import static io.ledgerline.report.book.Notes.draft;
import static io.ledgerline.report.book.Notes.learnt;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.book.Notes.Note;
import io.ledgerline.report.book.Notes.Topic;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final Instant KNOWN = Instant.parse("2026-05-01T00:00:00Z");
  private static final Register<Topic, Note> BOOK =
      new Register<>(KNOWN, learnt(KNOWN, List.of(draft("a", "one", 4, 8))));

  private static Change.Kind kind(Draft<Topic, Note> draft) {
    return Change.of(BOOK, 0, draft).kind();
  }

  @Test
  void aDraftThatTheBookSaysAlreadyIsUnchanged() {
    assertThat(kind(draft("a", "one", 4, 8))).isEqualTo(Change.Kind.UNCHANGED);
    assertThat(kind(draft("a", "one", 5, 6))).isEqualTo(Change.Kind.UNCHANGED);
    assertThat(kind(draft("a", "one", 4, 9))).isEqualTo(Change.Kind.CHANGED);
    assertThat(kind(draft("a", "one", 3, 8))).isEqualTo(Change.Kind.CHANGED);
    assertThat(kind(draft("a", "one", 4, -1))).isEqualTo(Change.Kind.CHANGED);
  }

  @Test
  void aDraftIsAddedWhereTheBookIsSilentAndChangesWhatItSays() {
    assertThat(kind(draft("a", "two", 8, -1))).isEqualTo(Change.Kind.ADDED);
    assertThat(kind(draft("b", "one", 4, 8))).isEqualTo(Change.Kind.ADDED);
    Change<Topic, Note> change = Change.of(BOOK, 3, draft("a", "two", 0, -1));
    assertThat(change.kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(change.before().value().text()).isEqualTo("one");
    assertThat(change.index()).isEqualTo(3);
  }

  @Test
  void aWithdrawalTakesBackWhatIsThereAndIsNothingWhereNothingIs() {
    assertThat(kind(draft("a", null, 0, 5))).isEqualTo(Change.Kind.WITHDRAWN);
    assertThat(kind(draft("a", null, 0, 4))).isEqualTo(Change.Kind.UNCHANGED);
    assertThat(kind(draft("b", null, 4, 8))).isEqualTo(Change.Kind.UNCHANGED);
  }

  @Test
  void changesAreCounted() {
    Changes<Topic, Note> changes =
        Changes.between(BOOK, List.of(draft("a", "one", 4, 8), draft("b", "two", 0, -1)));
    assertThat(changes.count(Change.Kind.UNCHANGED)).isEqualTo(1);
    assertThat(changes.fresh()).extracting(Change::index).containsExactly(1);
  }

  @Test
  void draftsOfOneKeyAtOneTimeContradictEachOther() {
    assertThat(
            Changes.contradictions(
                List.of(draft("a", "x", 0, 4), draft("a", "y", 4, 8), draft("b", "z", 0, -1))))
        .isEmpty();
    List<DraftFault> faults =
        Changes.contradictions(
            List.of(
                draft("a", "x", 8, 9),
                draft("a", "y", 0, -1),
                draft("b", "y", 0, -1),
                draft("a", "z", 2, 3)));
    assertThat(faults).extracting(DraftFault::index).containsExactly(1, 3);
    assertThat(faults).extracting(DraftFault::code).containsOnly("duplicate-entry");
    assertThat(faults.getFirst().detail()).startsWith("Entry 1 ");
  }
}
