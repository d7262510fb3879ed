package io.ledgerline.ingest.ledger.correct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.ingest.ledger.AccountSight;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads corrections. */
@ApplicationScoped
class CorrectionQuery {
  /** A list of named events may be long; how many they are is enough to see. */
  private static final String COLUMNS =
      """
      SELECT no, id, kind, reason, actor, actor_name, watermark, state, candidates, checked,
        effect::text AS effect, failure, requested_at, finished_at, request,
        CASE WHEN selection ? 'events'
          THEN jsonb_build_object('events', jsonb_array_length(selection -> 'events'))
          ELSE selection END AS selection,
      """;

  private static final String ONE =
      COLUMNS
          + " results::text AS results FROM correction WHERE tenant = $1 AND id = $2 AND "
          + AccountSight.condition("selection ->> 'sourceAccount'", "$3", "$3", "$4");

  private static final String BY_CALL =
      COLUMNS + " results::text AS results FROM correction WHERE tenant = $1 AND call = $2";

  private static final String LIST =
      COLUMNS
          + """
           NULL AS results FROM correction
          WHERE tenant = $1 AND ($2::text IS NULL OR kind = $2) AND ($3::text IS NULL OR state = $3)
            AND ($4::text IS NULL OR selection ->> 'source' = $4 OR selection @>
              jsonb_build_object('events', jsonb_build_array(jsonb_build_object('source', $4::text))))
            AND no < $5 AND %s
          ORDER BY no DESC LIMIT $6"""
              .formatted(AccountSight.condition("selection ->> 'sourceAccount'", "$7", "$7", "$8"));

  private final Pool pool;
  private final ObjectMapper json;

  CorrectionQuery(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  /**
   * Which corrections are meant; each part may be null for any.
   *
   * @param kind what they do
   * @param state how far they are, in capitals
   * @param source a source that they select, or of an event they name
   */
  record Filter(CorrectionKind kind, String state, String source) {}

  private record Numbered(long no, CorrectionView view) {}

  /** The corrections that are seen, newest first: by part, those of an account of the part. */
  Uni<Page<CorrectionView>> list(Sight sight, Filter filter, Cursor cursor, Limit limit) {
    return pool.preparedQuery(LIST)
        .execute(
            AccountSight.add(
                Tuple.of(
                    sight.tenant().value(),
                    filter.kind() == null ? null : filter.kind().name(),
                    filter.state(),
                    filter.source(),
                    cursor == null ? Long.MAX_VALUE : cursor.number(0),
                    limit.plusOne()),
                sight.scope()))
        .map(
            rows -> {
              List<Numbered> views = new ArrayList<>(rows.size());
              rows.forEach(row -> views.add(new Numbered(row.getLong("no"), view(row))));
              return Page.of(views, limit, numbered -> Cursor.of(numbered.no()))
                  .map(Numbered::view);
            });
  }

  /** One correction; fails with 404. */
  Uni<CorrectionView> one(Sight sight, UUID id) {
    return pool.preparedQuery(ONE)
        .execute(AccountSight.add(Tuple.of(sight.tenant().value(), id), sight.scope()))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw new NotFound("There is no correction " + id + ".");
              }
              return view(rows.iterator().next());
            });
  }

  /**
   * What was asked for with the same idempotency key; fails with 422 when that was another body.
   */
  Uni<Optional<CorrectionView>> asked(Asked asked) {
    if (asked.call() == null) {
      return Uni.createFrom().item(Optional.empty());
    }
    return pool.preparedQuery(BY_CALL)
        .execute(Tuple.of(asked.tenant().value(), asked.call()))
        .map(
            rows -> {
              if (rows.size() == 0) {
                return Optional.empty();
              }
              Row row = rows.iterator().next();
              asked.body().check(row.getBuffer("request").getBytes());
              return Optional.of(view(row));
            });
  }

  private CorrectionView view(Row row) {
    String results = row.getString("results");
    return new CorrectionView(
        row.getUUID("id"),
        row.getString("kind").toLowerCase(Locale.ROOT),
        row.getString("reason"),
        new CorrectionView.Actor(row.getString("actor"), row.getString("actor_name")),
        Map.copyOf(((JsonObject) row.getValue("selection")).getMap()),
        row.getLong("watermark"),
        row.getString("state").toLowerCase(Locale.ROOT),
        new CorrectionView.Progress(row.getLong("checked"), row.getLong("candidates")),
        read(row.getString("effect"), new TypeReference<EffectView>() {}),
        results == null ? null : read(results, new TypeReference<List<EventCorrection>>() {}),
        row.getString("failure"),
        instant(row.getOffsetDateTime("requested_at")),
        instant(row.getOffsetDateTime("finished_at")));
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a correction cannot be read", e);
    }
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
