/**
 * What usage costs: lines of usage, the books as known at an instant and a period become rated
 * lines, each with the price and the rules it rests on, or unrated ones with the reason. Pure and
 * exact; the sum of the lines is the total. See {@code DESIGN.md} beside the sources.
 */
package io.ledgerline.report.rating;
