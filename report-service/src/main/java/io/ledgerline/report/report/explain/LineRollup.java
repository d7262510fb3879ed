package io.ledgerline.report.report.explain;

import io.ledgerline.report.rollup.RollupPlace;
import io.ledgerline.report.rollup.store.RollupSums;
import java.math.BigDecimal;

/**
 * A rollup that events of a line went into.
 *
 * @param cell which
 * @param quantity what the line's events brought, at the run's watermark
 * @param events how many of them
 * @param now the whole rollup as it stands now, with what is of other lines or came later; null
 *     when it is not there any more
 */
public record LineRollup(RollupPlace cell, BigDecimal quantity, long events, RollupSums.Sum now) {}
