package io.ledgerline.report.directory.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.directory.DirectoryBook;
import io.ledgerline.report.directory.DirectorySource;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.JsonColumns;
import io.ledgerline.report.store.OffLoop;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the directory, as known at an instant that {@link BookStore#mark} gave. */
@ApplicationScoped
public class DirectoryStore {
  private static final String PEOPLE =
      """
      SELECT p.user_id, p.person::text AS person FROM directory_person p
      WHERE p.tenant = $1 AND p.known_since <= $2
        AND (p.known_until IS NULL OR p.known_until > $2)""";

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
            people(tenant, knownAt),
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

  private Uni<Map<UUID, Person>> people(TenantId tenant, Instant knownAt) {
    return database
        .preparedQuery(PEOPLE)
        .execute(Tuple.of(tenant.value(), Columns.utc(knownAt)))
        .chain(rows -> OffLoop.compute(() -> people(rows)));
  }

  private static Map<UUID, Person> people(RowSet<Row> rows) {
    Map<UUID, Person> people = HashMap.newHashMap(rows.size());
    for (Row row : rows) {
      people.put(row.getUUID("user_id"), JsonColumns.read(row.getString("person"), Person.class));
    }
    return people;
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
