package io.ledgerline.report.vendor.vergeos.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the vendor's server says of anything that was created.
 *
 * @param location its address
 * @param dbpath the same without the beginning
 * @param row its number
 * @param key its number as a text, or the text of a token
 */
public record CreatedView(
    String location,
    String dbpath,
    @JsonProperty("$row") long row,
    @JsonProperty("$key") String key) {}
