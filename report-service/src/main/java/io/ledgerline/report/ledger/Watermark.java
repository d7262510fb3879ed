package io.ledgerline.report.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * Up to where the ledger is settled.
 *
 * @param watermark every batch with this seal number or a lower one is committed, for ever
 * @param postedBefore start of the open posting quarter hour
 * @param chainHead the ledger's chain at that seal number, in hex: proves every batch up to it;
 *     null when the ledger has none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Watermark(long watermark, Instant postedBefore, String chainHead) {}
