package io.ledgerline.report.directory.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.directory.KnownPerson;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.JsonColumns;
import io.ledgerline.report.store.OffLoop;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Table {@code directory_person}: who the surrogates are. */
final class PeopleTable {
  private static final String SELECT =
      """
      SELECT p.user_id, p.person::text AS person, p.known_since FROM directory_person p
      WHERE p.tenant = $1 AND p.known_since <= $2
        AND (p.known_until IS NULL OR p.known_until > $2)""";

  private static final String CURRENT =
      """
      SELECT p.user_id, p.person::text AS person, p.known_since FROM directory_person p
      WHERE p.tenant = $1 AND p.known_until IS NULL""";

  private static final String OF_REACH =
      CURRENT + " AND (p.user_id = ANY ($2::uuid[]) OR p.names && $3::text[])";

  private static final String END =
      """
      UPDATE directory_person SET known_until = $3
      WHERE tenant = $1 AND user_id = ANY ($2::uuid[]) AND known_until IS NULL""";

  private static final String ADD =
      """
      INSERT INTO directory_person (tenant, user_id, known_since, user_name_key, names, gone, person)
      SELECT $1, u.user_id, $2, u.names ->> 0,
        ARRAY(SELECT jsonb_array_elements_text(u.names)), u.gone, u.person
      FROM (SELECT user_id, names::jsonb AS names, gone, person::jsonb AS person
        FROM unnest($3::uuid[], $4::text[], $5::boolean[], $6::text[])
          AS w (user_id, names, gone, person)) AS u""";

  private static final String FLAG =
      """
      UPDATE directory_person SET gone = $3
      WHERE tenant = $1 AND user_id = ANY ($2::uuid[]) AND known_until IS NULL AND gone <> $3""";

  /** Whatever somebody was ever called. */
  private static final String OF_USER =
      "SELECT person::text AS person FROM directory_person WHERE tenant = $1 AND user_id = $2";

  /** Which of these names others have. */
  private static final String OF_OTHERS =
      """
      SELECT DISTINCT n.name FROM directory_person p, unnest(p.names) AS n (name)
      WHERE p.tenant = $1 AND p.user_id <> $2 AND p.known_until IS NULL AND p.names && $3::text[]
        AND n.name = ANY ($3::text[])""";

  private static final String FORGET =
      "DELETE FROM directory_person WHERE tenant = $1 AND user_id = $2";

  private static final String ERASED =
      """
      INSERT INTO directory_erasure (tenant, user_id, erased_at, erased_by)
      VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING""";

  private PeopleTable() {}

  /** Everybody, as known at an instant. */
  static Uni<Map<UUID, KnownPerson>> at(SqlClient client, TenantId tenant, Instant knownAt) {
    return read(client, SELECT, Tuple.of(tenant.value(), Columns.utc(knownAt)));
  }

  /** Those whom a change has to know, as they are now. */
  static Uni<Map<UUID, KnownPerson>> within(SqlClient client, TenantId tenant, Reach reach) {
    if (reach.everybody()) {
      return read(client, CURRENT, Tuple.of(tenant.value()));
    }
    if (reach.ids().isEmpty() && reach.names().isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return read(
        client,
        OF_REACH,
        Tuple.of(tenant.value())
            .addArrayOfUUID(Columns.uuids(reach.ids()))
            .addArrayOfString(Columns.texts(reach.names())));
  }

  /** Their names are others from {@code since} on. */
  static Uni<Void> put(
      SqlClient client, TenantId tenant, Map<UUID, Person> people, Set<UUID> gone, Instant since) {
    if (people.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<UUID> ids = List.copyOf(people.keySet());
    Tuple ended =
        Tuple.of(tenant.value())
            .addArrayOfUUID(Columns.uuids(ids))
            .addOffsetDateTime(Columns.utc(since));
    Tuple added =
        Tuple.of(tenant.value(), Columns.utc(since))
            .addArrayOfUUID(Columns.uuids(ids))
            .addArrayOfString(
                ids.stream()
                    .map(id -> JsonColumns.write(people.get(id).keys()))
                    .toArray(String[]::new))
            .addArrayOfBoolean(ids.stream().map(gone::contains).toArray(Boolean[]::new))
            .addArrayOfString(
                ids.stream().map(id -> JsonColumns.write(people.get(id))).toArray(String[]::new));
    return client
        .preparedQuery(END)
        .execute(ended)
        .chain(() -> client.preparedQuery(ADD).execute(added))
        .replaceWithVoid();
  }

  /** Their user names are free for others, or theirs again. */
  static Uni<Void> flag(SqlClient client, TenantId tenant, Set<UUID> users, boolean gone) {
    return users.isEmpty()
        ? Uni.createFrom().voidItem()
        : client
            .preparedQuery(FLAG)
            .execute(Tuple.of(tenant.value()).addArrayOfUUID(Columns.uuids(users)).addBoolean(gone))
            .replaceWithVoid();
  }

  /** All names that somebody ever had and nobody else has now, as they are spelt. */
  static Uni<List<String>> ownNames(SqlClient client, TenantId tenant, UUID user) {
    return client
        .preparedQuery(OF_USER)
        .execute(Tuple.of(tenant.value(), user))
        .map(
            rows -> {
              Set<String> names = new TreeSet<>();
              rows.forEach(
                  row ->
                      names.addAll(
                          JsonColumns.read(row.getString("person"), Person.class).spellings()));
              return names;
            })
        .chain(names -> withoutOthers(client, tenant, user, names));
  }

  private static Uni<List<String>> withoutOthers(
      SqlClient client, TenantId tenant, UUID user, Set<String> names) {
    String[] keys = names.stream().map(Person::key).distinct().toArray(String[]::new);
    return client
        .preparedQuery(OF_OTHERS)
        .execute(Tuple.of(tenant.value(), user).addArrayOfString(keys))
        .map(
            rows -> {
              Set<String> taken = new HashSet<>();
              rows.forEach(row -> taken.add(row.getString("name")));
              return names.stream().filter(name -> !taken.contains(Person.key(name))).toList();
            });
  }

  /** Nobody knows any more who that was. */
  static Uni<Void> erase(SqlClient client, TenantId tenant, UUID user, Instant when, String by) {
    return client
        .preparedQuery(FORGET)
        .execute(Tuple.of(tenant.value(), user))
        .chain(
            () ->
                client
                    .preparedQuery(ERASED)
                    .execute(Tuple.of(tenant.value(), user, Columns.utc(when), by)))
        .replaceWithVoid();
  }

  private static Uni<Map<UUID, KnownPerson>> read(SqlClient client, String sql, Tuple values) {
    return client
        .preparedQuery(sql)
        .execute(values)
        .chain(rows -> OffLoop.compute(() -> people(rows)));
  }

  private static Map<UUID, KnownPerson> people(RowSet<Row> rows) {
    Map<UUID, KnownPerson> people = HashMap.newHashMap(rows.size());
    for (Row row : rows) {
      people.put(
          row.getUUID("user_id"),
          new KnownPerson(
              JsonColumns.read(row.getString("person"), Person.class),
              Columns.instant(row, "known_since")));
    }
    return people;
  }
}
