package io.ledgerline.report.vendor.smarter;

import java.time.LocalDate;

/**
 * Which records are asked for. Null means any.
 *
 * @param account its number
 * @param user by e-mail address
 * @param provider who offers the model
 * @param chargeType what was called
 * @param from first day
 * @param to last day, inclusive
 */
public record RecordFilter(
    String account,
    String user,
    String provider,
    String chargeType,
    LocalDate from,
    LocalDate to) {}
