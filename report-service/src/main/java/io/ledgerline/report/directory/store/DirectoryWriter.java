package io.ledgerline.report.directory.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.problem.Conflict;
import io.ledgerline.platform.problem.FieldError;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.store.BookKind;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.book.store.BookTransaction;
import io.ledgerline.report.directory.KnownPerson;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.directory.change.Edits;
import io.ledgerline.report.directory.change.Knowledge;
import io.ledgerline.report.directory.change.NameTakenException;
import io.ledgerline.report.directory.change.Workbook;
import io.ledgerline.report.store.OffLoop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Changes the directory, each time in one transaction that has the tenant's book to itself. */
@ApplicationScoped
public class DirectoryWriter {
  private final BookStore books;
  private final Sources sources;
  private final Clock clock;
  private final Instance<NameHolder> holders;

  DirectoryWriter(
      BookStore books, Sources sources, Clock clock, @Any Instance<NameHolder> holders) {
    this.books = books;
    this.sources = sources;
    this.clock = clock;
    this.holders = holders;
  }

  /**
   * Who changes the directory, and how.
   *
   * @param tenant whose
   * @param by the source, and the key that brought it
   * @param door how it came in
   */
  public record Author(TenantId tenant, Provenance by, Door door) {}

  /**
   * Does what {@code work} says: all of it or, if it fails, nothing.
   *
   * @param reach whose names it has to know
   * @param dryRun whether only to find out what it would do
   * @param work called off the event loop; what it throws fails the call, a name that is another's
   *     with 409
   */
  public <T> Uni<T> write(Author author, Reach reach, boolean dryRun, Function<Workbook, T> work) {
    return books
        .writing(
            author.tenant(),
            book ->
                knowledge(book, reach)
                    .chain(known -> OffLoop.compute(() -> done(known, work)))
                    .call(
                        done ->
                            dryRun ? Uni.createFrom().voidItem() : lay(book, author, done.edits()))
                    .map(Done::result))
        .onFailure(NameTakenException.class)
        .transform(DirectoryWriter::conflict);
  }

  /** Forgets who somebody was; what they did stays, under the surrogate. */
  public Uni<Void> erase(Author author, Forgotten who) {
    UUID user = who.user();
    return books.writing(
        author.tenant(),
        book ->
            knowledge(book, Reach.of(user))
                .chain(known -> OffLoop.compute(() -> done(known, all -> gone(all, user))))
                .chain(done -> lay(book, author, done.edits()))
                .chain(book::later)
                .chain(
                    later ->
                        PeopleTable.erase(
                            book.connection(),
                            author.tenant(),
                            user,
                            later,
                            author.by().enteredBy()))
                .chain(() -> elsewhere(book, author.tenant(), who)));
  }

  private Uni<Void> elsewhere(BookTransaction book, TenantId tenant, Forgotten who) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (NameHolder holder : holders) {
      done = done.chain(() -> holder.forget(book.connection(), tenant, who));
    }
    return done;
  }

  private static Boolean gone(Workbook all, UUID user) {
    if (!all.users().isGone(user)) {
      all.users().delete(user, all.now());
    }
    return true;
  }

  private record Done<T>(T result, Edits edits) {}

  private <T> Done<T> done(Knowledge known, Function<Workbook, T> work) {
    Workbook workbook = new Workbook(known, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    T result = work.apply(workbook);
    return new Done<>(result, workbook.edits());
  }

  private static Uni<Knowledge> knowledge(BookTransaction book, Reach reach) {
    return book.register(UserKind.INSTANCE)
        .chain(
            users ->
                book.register(WorkspaceKind.INSTANCE)
                    .chain(
                        workspaces ->
                            book.register(MembershipKind.INSTANCE)
                                .chain(
                                    memberships ->
                                        PeopleTable.within(book.connection(), book.tenant(), reach)
                                            .map(
                                                people ->
                                                    new Knowledge(
                                                        users,
                                                        workspaces,
                                                        memberships,
                                                        persons(people))))));
  }

  private static Map<UUID, Person> persons(Map<UUID, KnownPerson> people) {
    Map<UUID, Person> persons = HashMap.newHashMap(people.size());
    people.forEach((id, known) -> persons.put(id, known.person()));
    return persons;
  }

  private Uni<Void> lay(BookTransaction book, Author author, Edits edits) {
    TenantId tenant = author.tenant();
    return add(book, UserKind.INSTANCE, edits.users(), author)
        .chain(() -> add(book, WorkspaceKind.INSTANCE, edits.workspaces(), author))
        .chain(() -> add(book, MembershipKind.INSTANCE, edits.memberships(), author))
        .chain(() -> PeopleTable.flag(book.connection(), tenant, edits.gone(), true))
        .chain(book::later)
        .chain(
            later ->
                PeopleTable.put(book.connection(), tenant, edits.people(), edits.gone(), later))
        .chain(() -> PeopleTable.flag(book.connection(), tenant, edits.back(), false))
        .chain(
            () -> sources.changed(book.connection(), tenant, author.by().source(), author.door()));
  }

  private static <K, V> Uni<Void> add(
      BookTransaction book, BookKind<K, V> kind, List<Draft<K, V>> drafts, Author author) {
    return drafts.isEmpty()
        ? Uni.createFrom().voidItem()
        : book.add(kind, drafts, author.by(), false).replaceWithVoid();
  }

  private static Conflict conflict(Throwable taken) {
    NameTakenException fault = (NameTakenException) taken;
    return new Conflict(
        fault.getMessage(),
        List.of(new FieldError(fault.field(), "name-taken", fault.getMessage())),
        Map.of());
  }
}
