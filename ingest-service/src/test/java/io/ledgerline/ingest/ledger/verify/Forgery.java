package io.ledgerline.ingest.ledger.verify;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.ingest.ledger.canon.CanonicalForm;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What somebody with all rights on the database, and all knowledge of the forms, would do to the
 * event {@code next} of a source, which has a batch of its own: make 1 input token into 9.
 */
final class Forgery {
  private final Instant time;
  private final UUID identity;
  private final int sign;

  Forgery(String source, Instant time) {
    this(source, time, 1);
  }

  /** Of the row with this sign. */
  Forgery(String source, Instant time, int sign) {
    this.time = time;
    this.sign = sign;
    this.identity =
        new CanonicalForm()
            .identity(TenantId.DEFAULT, new EventIdentity(new SourceName(source), "next"));
  }

  String row() {
    return "UPDATE ledger_event e SET quantities = '9,1' WHERE " + which();
  }

  private String which() {
    return "e.charge_time = '%s' AND e.id_text = 'next' AND e.dimension_set_id IN (SELECT id FROM dimension_set WHERE sign = %d)"
        .formatted(time, sign);
  }

  /** Digest and accepted sums that fit the new row. */
  String header() {
    return ("UPDATE batch b SET accepted = replace(accepted::text, '\"input_tokens\": \"%1$s1\"', '\"input_tokens\": \"%1$s9\"')::jsonb,"
            + " digest = sha256(digest_text('ledgerline batch 1') || digest_text('default') || digest_number(1)"
            + " || digest_bytes('\\x%2$s'::bytea || uuid_send(%3$s) || int8send(%4$d) || '\\x%5$s'::bytea))"
            + " WHERE batch_no = %6$s")
        .formatted(
            sign < 0 ? "-" : "", hex(identity), body(), micros(), sign < 0 ? "ff" : "01", batch());
  }

  String key() {
    return "UPDATE event_key SET body = %s WHERE identity = '%s'".formatted(body(), identity);
  }

  /** All chain values from the batch on. */
  String chain() {
    return """
        DO $$
        DECLARE
          b record;
          last bytea;
        BEGIN
          FOR b IN SELECT * FROM batch WHERE seal_no >= (SELECT seal_no FROM batch WHERE batch_no = %s)
            ORDER BY seal_no
          LOOP
            last := coalesce(last, (SELECT chain FROM batch WHERE seal_no = b.seal_no - 1));
            last := chain_link(last, b.seal_no, b.id, b.tenant, b.posted_at, b.events, b.digest, b.accepted);
            UPDATE batch SET chain = last WHERE batch_no = b.batch_no;
          END LOOP;
        END $$"""
        .formatted(batch());
  }

  private String batch() {
    return "(SELECT batch_no FROM ledger_event e WHERE " + which() + ")";
  }

  /** The new body's digest, as an SQL expression: the surrogate is only known there. */
  private String body() {
    return """
        (SELECT encode(substr(sha256(digest_text('ledgerline event body 1') || digest_number(%d)
          || digest_bytes(substr(sha256(digest_text('ledgerline event words 1')
            || digest_text(d.source_account) || digest_text(d.principal_id::text) || '\\x00'::bytea || '\\x00'::bytea
            || digest_text(d.provider) || digest_text(d.model) || '\\x00'::bytea || '\\x00'::bytea || digest_number(0)
            || digest_number(2) || digest_text('input_tokens') || digest_text('requests')), 1, 16))
          || digest_text('9') || digest_text('1')
          || digest_number(1) || digest_text('team') || digest_text('search') || digest_number(0)), 1, 16), 'hex')::uuid
        FROM ledger_event e JOIN dimension_set d ON d.id = e.dimension_set_id
        WHERE %s)"""
        .formatted(micros(), which());
  }

  private long micros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static String hex(UUID value) {
    return HexFormat.of()
        .formatHex(
            ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array());
  }
}
