package io.ledgerline.ingest.ledger.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A principal without a name.
 *
 * @param id surrogate, under which its usage stays
 * @param name what it was called: only in the answer of the call that erases it
 * @param erasedAt when the name went
 * @param erasedBy key that asked for it
 * @param releasedAt since when somebody else may have the name; absent while nobody may
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErasedPrincipal(
    UUID id,
    @Schema(examples = "ada@example.org") String name,
    Instant erasedAt,
    String erasedBy,
    Instant releasedAt) {}
