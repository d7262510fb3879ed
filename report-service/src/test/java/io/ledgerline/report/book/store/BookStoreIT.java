package io.ledgerline.report.book.store;

import static io.ledgerline.report.book.Notes.BY;
import static io.ledgerline.report.book.Notes.at;
import static io.ledgerline.report.book.Notes.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.problem.PayloadTooLarge;
import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.book.Change;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Notes.Note;
import io.ledgerline.report.book.Notes.Topic;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.testing.ReportServiceTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class BookStoreIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Notes may say anything but nonsense. */
  private static final BookKind<Topic, Note> NOTES =
      new BookKind<>() {
        @Override
        public String name() {
          return "note";
        }

        @Override
        public Class<Topic> keyType() {
          return Topic.class;
        }

        @Override
        public Class<Note> valueType() {
          return Note.class;
        }

        @Override
        public List<DraftFault> check(Register<Topic, Note> book, List<Draft<Topic, Note>> drafts) {
          return IntStream.range(0, drafts.size())
              .filter(i -> drafts.get(i).value() != null)
              .filter(i -> drafts.get(i).value().text().equals("nonsense"))
              .mapToObj(i -> new DraftFault(i, "text", "nonsense", "Notes make sense."))
              .toList();
        }
      };

  @Inject BookStore books;
  @Inject Pool database;
  @Inject SchemaMigration schema;

  /** A tenant of its own for each test. */
  private final TenantId tenant = new TenantId("book-" + UUID.randomUUID());

  @BeforeEach
  void theTablesAreThere() {
    outcome(schema.ready());
  }

  private static <T> T outcome(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }

  private Learnt<Topic, Note> add(Draft<Topic, Note> draft) {
    return add(List.of(draft));
  }

  private Learnt<Topic, Note> add(List<Draft<Topic, Note>> drafts) {
    return outcome(books.add(tenant, NOTES, drafts, BY, false));
  }

  private String says(Instant mark, String topic, int quarter) {
    return outcome(books.register(tenant, NOTES, mark))
        .at(new Topic(topic), at(quarter))
        .map(entry -> entry.value().text())
        .orElse(null);
  }

  private List<Entry<Topic, Note>> list(BookQuery query) {
    return outcome(books.page(tenant, NOTES, query, null, new Limit(1000)));
  }

  private List<String> texts(BookQuery query) {
    return list(query).stream().map(e -> e.isWithdrawal() ? "-" : e.value().text()).toList();
  }

  private Instant mark() {
    return outcome(books.mark(tenant));
  }

  @Test
  void aCorrectionIsKnownFromItsInstantAndWhatWasKnownBeforeStaysSo() {
    add(draft("a", "first", 0, -1));
    Instant before = mark();
    Learnt<Topic, Note> correction = add(draft("a", "second", 4, 8));
    assertThat(correction.changes().count(Change.Kind.CHANGED)).isEqualTo(1);
    Entry<Topic, Note> entry = correction.entries().getFirst();
    assertThat(entry.knownSince()).isAfter(before);
    assertThat(says(before, "a", 5)).isEqualTo("first");
    assertThat(says(entry.knownSince(), "a", 5)).isEqualTo("second");
    add(draft("a", null, 0, 5));
    assertThat(says(mark(), "a", 4)).isNull();
    assertThat(says(mark(), "a", 5)).isEqualTo("second");
    assertThat(says(before, "a", 4)).isEqualTo("first");
    assertThat(outcome(books.find(tenant, NOTES, entry.id()))).isEqualTo(entry);
    assertThat(outcome(books.find(new TenantId("other"), NOTES, entry.id()))).isNull();
  }

  @Test
  void addingTheSameAgainWritesNothing() {
    assertThat(add(List.of(draft("a", "one", 0, -1), draft("b", "two", 0, 4))).entries())
        .hasSize(2);
    Learnt<Topic, Note> again = add(List.of(draft("b", "two", 0, 4), draft("a", "one", 0, -1)));
    assertThat(again.entries()).isEmpty();
    assertThat(again.changes().count(Change.Kind.UNCHANGED)).isEqualTo(2);
    assertThat(list(BookQuery.ALL)).hasSize(2);
  }

  @Test
  void aDryRunShowsWhatWouldChangeAndChangesNothing() {
    Learnt<Topic, Note> dry =
        outcome(books.add(tenant, NOTES, List.of(draft("a", "x", 0, -1)), BY, true));
    assertThat(dry.changes().count(Change.Kind.ADDED)).isEqualTo(1);
    assertThat(dry.entries()).isEmpty();
    assertThat(list(BookQuery.ALL)).isEmpty();
  }

  @Test
  void aFaultAnywhereLeavesTheBookAsItWasAndIsToldByPlace() {
    add(draft("known", "old", 0, -1));
    assertThatThrownBy(
            () ->
                add(
                    List.of(
                        draft("known", "old", 0, -1),
                        draft("good", "new", 0, -1),
                        draft("bad", "nonsense", 0, -1))))
        .isInstanceOfSatisfying(
            RefusedDraftsException.class,
            e -> {
              assertThat(e.faults()).extracting(DraftFault::index).containsExactly(2);
              assertThat(e.errors().getFirst().field()).isEqualTo("entries[2].text");
            });
    assertThatThrownBy(() -> add(List.of(draft("a", "x", 0, -1), draft("a", "y", 4, 8))))
        .isInstanceOf(RefusedDraftsException.class);
    assertThat(list(BookQuery.ALL)).hasSize(1);
  }

  @Test
  void whatIsTakenBackWithItsTransactionIsForgotten() {
    add(draft("a", "kept", 0, -1));
    Draft<Topic, Note> lost = draft("a", "lost", 0, -1);
    assertThatThrownBy(
            () ->
                outcome(
                    books.writing(
                        tenant,
                        book ->
                            book.add(NOTES, List.of(lost), BY, false)
                                .chain(() -> book.register(NOTES))
                                .invoke(all -> assertThat(all.entries()).hasSize(2))
                                .chain(() -> Uni.createFrom().failure(new LostException())))))
        .isInstanceOf(LostException.class);
    assertThat(add(draft("a", "kept", 0, -1)).entries()).isEmpty();
    assertThat(add(lost).changes().count(Change.Kind.CHANGED)).isEqualTo(1);
  }

  @Test
  void aWriterSeesWhatAnotherReplicaHasAddedInBetween() {
    BookStore replica = new BookStore(database);
    add(draft("a", "first", 0, -1));
    Draft<Topic, Note> second = draft("a", "second", 4, 8);
    assertThat(outcome(replica.add(tenant, NOTES, List.of(second), BY, false)).entries())
        .hasSize(1);
    assertThat(add(second).entries()).isEmpty();
    assertThat(add(draft("a", "first", 0, 4)).entries()).isEmpty();
    assertThat(add(draft("a", "first", 4, 5)).entries()).hasSize(1);
    assertThat(outcome(replica.add(tenant, NOTES, List.of(second), BY, false)).entries())
        .hasSize(1);
  }

  private static final class LostException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void whoAddsAtTheSameTimeComesOneAfterTheOther() {
    List<Uni<Learnt<Topic, Note>>> adding = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      adding.add(books.add(tenant, NOTES, List.of(draft("raced", "same", 0, -1)), BY, false));
      adding.add(books.add(tenant, NOTES, List.of(draft("own " + i, "x", 0, -1)), BY, false));
    }
    outcome(Uni.join().all(adding).andFailFast());
    List<Entry<Topic, Note>> entries = list(BookQuery.ALL);
    assertThat(entries).hasSize(7);
    assertThat(entries).extracting(Entry::knownSince).doesNotHaveDuplicates();
  }

  @Test
  void knowledgeRisesEvenWhenTheServersClockIsSetBack() {
    add(draft("a", "first", 0, -1));
    Instant ahead = Instant.parse("2099-01-01T00:00:00Z");
    outcome(
        database
            .preparedQuery("UPDATE book_clock SET last_at = $2 WHERE tenant = $1")
            .execute(Tuple.of(tenant.value(), ahead.atOffset(java.time.ZoneOffset.UTC))));
    assertThat(mark()).isEqualTo(ahead);
    Instant learnt = add(draft("a", "second", 0, -1)).entries().getFirst().knownSince();
    assertThat(learnt).isEqualTo(ahead.plusNanos(1000));
    assertThat(says(ahead, "a", 0)).isEqualTo("first");
    assertThat(says(mark(), "a", 0)).isEqualTo("second");
    assertThat(outcome(books.mark(tenant, ahead))).isEqualTo(ahead);
    assertThatThrownBy(() -> outcome(books.mark(tenant, learnt.plusSeconds(1))))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void aListShowsWhatWasKnownWhatIsValidAndWhatCounts() {
    add(draft("a", "first", 0, -1));
    Instant before = mark();
    add(draft("a", "second", 4, 8));
    add(draft("b", "gone", 0, 4));
    add(draft("b", null, 0, -1));
    add(draft("a", "third", 8, -1));
    add(draft("a", "fourth", 0, 4));
    assertThat(texts(BookQuery.ALL))
        .containsExactly("first", "second", "third", "fourth", "gone", "-");
    assertThat(texts(new BookQuery(before, null, false, null, null))).containsExactly("first");
    assertThat(texts(new BookQuery(null, at(5), false, null, null)))
        .containsExactly("first", "second", "-");
    assertThat(texts(new BookQuery(null, at(5), true, null, null))).containsExactly("second");
    assertThat(texts(new BookQuery(before, at(5), true, null, null))).containsExactly("first");
    // What three others have replaced piece by piece counts no more.
    assertThat(texts(new BookQuery(null, null, true, null, null)))
        .containsExactly("second", "third", "fourth");
    assertThat(texts(new BookQuery(null, null, false, Map.of("name", "b"), null)))
        .containsExactly("gone", "-");
    assertThat(texts(new BookQuery(null, null, false, null, Map.of("text", "third"))))
        .containsExactly("third");
  }

  @Test
  void aLargeListIsLearntAtOnceAndReadInPages() {
    List<Draft<Topic, Note>> drafts = new ArrayList<>();
    String longName = "long".repeat(2000);
    for (int i = 0; i < 25_000; i++) {
      drafts.add(draft("%05d".formatted(i) + (i % 1000 == 0 ? longName : ""), "x", 0, -1));
    }
    Collections.shuffle(drafts, new java.util.Random(4));
    Learnt<Topic, Note> learnt = outcome(books.add(tenant, NOTES, drafts, BY, false));
    assertThat(learnt.entries()).hasSize(25_000);
    assertThat(learnt.entries().stream().map(Entry::knownSince).distinct()).hasSize(1);
    List<String> names = new ArrayList<>();
    Cursor cursor = null;
    do {
      List<Entry<Topic, Note>> page =
          outcome(books.page(tenant, NOTES, BookQuery.ALL, cursor, new Limit(1000)));
      List<Entry<Topic, Note>> shown = page.subList(0, Math.min(1000, page.size()));
      shown.forEach(entry -> names.add(entry.key().name().substring(0, 5)));
      cursor = page.size() > 1000 ? books.cursor(NOTES, shown.getLast()) : null;
    } while (cursor != null);
    assertThat(names).hasSize(25_000).isSorted().doesNotHaveDuplicates();
    assertThat(outcome(books.register(tenant, NOTES, mark())).keys()).hasSize(25_000);
  }

  @Test
  void moreThanTheBookLearnsAtOnceIsTooLarge() {
    List<Draft<Topic, Note>> drafts =
        Collections.nCopies(BookTransaction.MOST_DRAFTS + 1, draft("a", "x", 0, -1));
    assertThatThrownBy(() -> outcome(books.add(tenant, NOTES, drafts, BY, false)))
        .isInstanceOf(PayloadTooLarge.class);
  }
}
