package io.ledgerline.report.rollup.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A rollup row that the old partition and the ledger tell differently.
 *
 * @param chargeQuarter start of the charge quarter hour
 * @param postingQuarter start of the posting quarter hour
 * @param dimensionSet the set's number
 * @param sourceAccount of the set; null when no such set is known, like the next two
 * @param principal surrogate of the set; null also when unknown
 * @param model of the set; null also when it has none
 * @param meter null where events are counted
 * @param oldQuantity before, as decimal text
 * @param newQuantity from the ledger
 * @param oldEvents before
 * @param newEvents from the ledger
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowDifference(
    Instant chargeQuarter,
    Instant postingQuarter,
    long dimensionSet,
    String sourceAccount,
    String principal,
    String model,
    String meter,
    String oldQuantity,
    String newQuantity,
    long oldEvents,
    long newEvents) {}
