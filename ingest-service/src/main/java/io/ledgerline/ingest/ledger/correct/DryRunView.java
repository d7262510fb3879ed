package io.ledgerline.ingest.ledger.correct;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a correction would do; nothing was changed.
 *
 * @param dryRun true
 * @param watermark up to where the ledger was looked at
 * @param effect what would be changed
 * @param results one per event, in the order asked; absent when there are more than 5,000
 */
@RegisterForReflection
public record DryRunView(
    boolean dryRun, long watermark, EffectView effect, List<EventCorrection> results) {}
