package io.ledgerline.ingest.ledger.retention;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * While it stands, no month of its span is detached or dropped.
 *
 * @param id its number
 * @param tenant whose usage it is for; absent: everybody's
 * @param fromMonth first month
 * @param toMonth last month
 * @param reason why
 * @param placedBy the key of who placed it
 * @param placedAt since when
 * @param releasedBy the key of who released it; absent while it stands
 * @param releasedAt until when; absent while it stands
 * @param goneMonths months of its span that had left the ledger when it was placed: what a hold can
 *     do for them is to keep a detached table; absent when it is read later
 */
@RegisterForReflection
public record LegalHold(
    long id,
    String tenant,
    @Schema(
            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
            examples = "2025-01")
        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "yyyy-MM")
        YearMonth fromMonth,
    @Schema(
            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
            examples = "2025-12")
        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "yyyy-MM")
        YearMonth toMonth,
    String reason,
    String placedBy,
    Instant placedAt,
    String releasedBy,
    Instant releasedAt,
    List<String> goneMonths) {}
