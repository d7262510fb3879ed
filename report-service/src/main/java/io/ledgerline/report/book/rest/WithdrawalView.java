package io.ledgerline.report.book.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What a withdrawal did.
 *
 * @param changed false when there was nothing to take back; then there is no new entry either
 * @param entry the entry that takes back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WithdrawalView(boolean changed, @JsonUnwrapped EntryInfo entry) {}
