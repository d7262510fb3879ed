package io.ledgerline.report.pricing.imports.litellm;

import java.util.SortedMap;

/**
 * What became of the cost fields of one entry.
 *
 * @param key the entry
 * @param fields each of them; a null reason means that it was read into prices
 */
record EntryAccount(String key, SortedMap<String, Reason> fields) {}
