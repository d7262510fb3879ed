package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.platform.objectstore.ObjectHead;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Notes objects that were not known yet. */
@ApplicationScoped
class ObjectRegister {
  private static final String ADD =
      """
      INSERT INTO inlet_object (tenant, location, bucket, key, etag, size, state, reason, detail,
        finished_at)
      SELECT $1, $2, $3, o.key, o.etag, o.size,
        CASE WHEN o.reason = '' THEN 'PENDING' ELSE 'SKIPPED' END, nullif(o.reason, ''),
        nullif(o.detail, ''), CASE WHEN o.reason = '' THEN NULL ELSE now() END
      FROM unnest($4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[])
        AS o (key, etag, size, reason, detail)
      WHERE NOT EXISTS (
        SELECT FROM inlet_object k WHERE k.location = $2 AND k.key = o.key AND k.etag = o.etag)
      ORDER BY o.key
      ON CONFLICT DO NOTHING""";

  private final Pool pool;

  ObjectRegister(Pool pool) {
    this.pool = pool;
  }

  /** Notes those of a page that are new; returns how many were. */
  Uni<Integer> add(Location location, List<ObjectHead> page) {
    if (page.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    Tuple tuple =
        Tuple.tuple()
            .addString(location.tenant().value())
            .addString(location.name())
            .addString(location.bucket())
            .addArrayOfString(texts(page, head -> head.address().key()))
            .addArrayOfString(texts(page, ObjectHead::eTag))
            .addArrayOfLong(page.stream().map(ObjectHead::size).toArray(Long[]::new))
            .addArrayOfString(texts(page, head -> kind(location, head).code()))
            .addArrayOfString(texts(page, head -> kind(location, head).detail()));
    return pool.preparedQuery(ADD).execute(tuple).map(rows -> rows.rowCount());
  }

  private static ObjectKind kind(Location location, ObjectHead head) {
    return ObjectKind.of(location.prefix(), head.address().key(), head.size());
  }

  private static String[] texts(List<ObjectHead> page, Function<ObjectHead, String> text) {
    return page.stream().map(text).toArray(String[]::new);
  }
}
