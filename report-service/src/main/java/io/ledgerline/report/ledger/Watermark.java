package io.ledgerline.report.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * Up to where the ledger is settled.
 *
 * @param watermark every batch with this seal number or a lower one is committed, for ever
 * @param postedBefore start of the open posting quarter hour
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Watermark(long watermark, Instant postedBefore) {}
