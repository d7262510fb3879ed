package io.ledgerline.report.directory.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.directory.DirectoryBook;
import io.ledgerline.report.directory.DirectorySource;
import io.ledgerline.report.directory.KnownPerson;
import io.ledgerline.report.directory.UserKey;
import io.ledgerline.report.directory.WorkspaceKey;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads the directory, as known at an instant that {@link BookStore#mark} gave. */
@ApplicationScoped
public class DirectoryStore {
  private static final String SOURCES =
      """
      SELECT DISTINCT ON (source) source, door, at FROM directory_sync
      WHERE tenant = $1 AND at <= $2 ORDER BY source, at DESC""";

  /** Two instants between which all four are the same have the same knowledge between them. */
  private static final String NEWEST =
      """
      SELECT (SELECT max(known_since) FROM book_entry WHERE tenant = $1
          AND kind = 'directory-user' AND known_since <= $2) AS users,
        (SELECT max(known_since) FROM book_entry WHERE tenant = $1
          AND kind = 'directory-workspace' AND known_since <= $2) AS workspaces,
        (SELECT max(known_since) FROM book_entry WHERE tenant = $1
          AND kind = 'directory-membership' AND known_since <= $2) AS memberships,
        (SELECT max(known_since) FROM directory_person WHERE tenant = $1 AND known_since <= $2)
          AS people,
        (SELECT count(*) FROM directory_erasure WHERE tenant = $1) AS erasures""";

  private final Pool database;
  private final BookStore books;
  private final DirectoryMemory memory = new DirectoryMemory();

  DirectoryStore(Pool database, BookStore books) {
    this.database = database;
    this.books = books;
  }

  /** All that is known now. */
  public Uni<DirectoryBook> now(TenantId tenant) {
    return books.mark(tenant).chain(mark -> at(tenant, mark));
  }

  /** All that was known at {@code knownAt}; who was erased since is erased in it too. */
  public Uni<DirectoryBook> at(TenantId tenant, Instant knownAt) {
    Tuple values = Tuple.of(tenant.value(), Columns.utc(knownAt));
    return database
        .preparedQuery(NEWEST)
        .execute(values)
        .map(rows -> newest(rows.iterator().next()))
        .chain(
            newest -> {
              DirectoryBook kept = memory.recall(tenant, newest);
              return kept == null
                  ? read(tenant, knownAt).invoke(book -> memory.keep(tenant, newest, book))
                  : sources(tenant, knownAt).map(heard -> kept.seenFrom(knownAt, heard));
            });
  }

  /**
   * What is known now of a few users, of where they are members, and of nobody else.
   *
   * @param reach which; never everybody
   */
  public Uni<DirectoryBook> part(TenantId tenant, Reach reach) {
    return books
        .mark(tenant)
        .chain(
            mark ->
                PeopleTable.within(database, tenant, reach)
                    .chain(people -> part(tenant, mark, reach, people)));
  }

  private Uni<DirectoryBook> part(
      TenantId tenant, Instant mark, Reach reach, Map<UUID, KnownPerson> people) {
    Set<UUID> ids = new HashSet<>(reach.ids());
    ids.addAll(people.keySet());
    List<String> texts = ids.stream().map(UUID::toString).toList();
    return books
        .having(tenant, MembershipKind.INSTANCE, "user", texts, mark)
        .chain(
            memberships ->
                Uni.combine()
                    .all()
                    .unis(
                        books.about(
                            tenant,
                            UserKind.INSTANCE,
                            ids.stream().map(UserKey::new).toList(),
                            mark),
                        books.about(
                            tenant,
                            WorkspaceKind.INSTANCE,
                            memberships.keys().stream()
                                .map(key -> new WorkspaceKey(key.workspace()))
                                .distinct()
                                .toList(),
                            mark))
                    .asTuple()
                    .map(
                        both ->
                            new DirectoryBook(
                                mark,
                                both.getItem1(),
                                both.getItem2(),
                                memberships,
                                people,
                                List.of())));
  }

  /** All names that somebody ever had and nobody else in the directory has, as they are spelt. */
  public Uni<List<String>> ownNames(TenantId tenant, UUID user) {
    return PeopleTable.ownNames(database, tenant, user);
  }

  /** Where the directory of a tenant comes from, as heard by {@code knownAt}. */
  public Uni<List<DirectorySource>> sources(TenantId tenant, Instant knownAt) {
    return database
        .preparedQuery(SOURCES)
        .execute(Tuple.of(tenant.value(), Columns.utc(knownAt)))
        .map(DirectoryStore::sources);
  }

  private Uni<DirectoryBook> read(TenantId tenant, Instant knownAt) {
    return Uni.combine()
        .all()
        .unis(
            books.register(tenant, UserKind.INSTANCE, knownAt),
            books.register(tenant, WorkspaceKind.INSTANCE, knownAt),
            books.register(tenant, MembershipKind.INSTANCE, knownAt),
            PeopleTable.at(database, tenant, knownAt),
            sources(tenant, knownAt))
        .asTuple()
        .map(
            all ->
                new DirectoryBook(
                    knownAt,
                    all.getItem1(),
                    all.getItem2(),
                    all.getItem3(),
                    all.getItem4(),
                    all.getItem5()));
  }

  private static List<DirectorySource> sources(RowSet<Row> rows) {
    List<DirectorySource> sources = new ArrayList<>(rows.size());
    for (Row row : rows) {
      sources.add(
          new DirectorySource(
              row.getString("source"), row.getString("door"), Columns.instant(row, "at")));
    }
    return sources;
  }

  private static List<Object> newest(Row row) {
    List<Object> newest = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      newest.add(String.valueOf(row.getValue(i)));
    }
    return newest;
  }
}
