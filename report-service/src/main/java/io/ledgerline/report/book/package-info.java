/**
 * What the tenant lays down with dates: prices, discounts, cost centres, attribution rules,
 * exchange rates. Each is an {@link io.ledgerline.report.book.Entry} with two clocks: when it
 * applies (validity) and when we learnt it (known since). Nothing is edited: a correction or a
 * withdrawal is a new entry for the same key. Pure; edges live below.
 */
package io.ledgerline.report.book;
