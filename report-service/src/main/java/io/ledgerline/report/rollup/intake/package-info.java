/** Takes batches from the topic {@code usage.recorded} into the rollups. */
package io.ledgerline.report.rollup.intake;
