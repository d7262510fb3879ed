package io.ledgerline.report.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A tenant as the API shows it.
 *
 * @param id as keys, tokens and messages name it
 * @param name what people call it
 * @param createdAt when it was made
 * @param createdBy the key that made it
 * @param suspendedAt since when its keys are refused; absent while they are taken, like the next
 * @param suspendedBy the key that suspended it
 * @param reason why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenantView(
    String id,
    String name,
    Instant createdAt,
    String createdBy,
    Instant suspendedAt,
    String suspendedBy,
    String reason) {}
