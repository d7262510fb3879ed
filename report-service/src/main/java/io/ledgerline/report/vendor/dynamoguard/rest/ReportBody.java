package io.ledgerline.report.vendor.dynamoguard.rest;

import io.ledgerline.report.report.rest.DeliveryBody;
import java.util.List;

/**
 * What the SDK sends, and what nobody's SDK sends yet.
 *
 * @param fromDate the first day, in UTC
 * @param toDate the day after the last
 * @param deliveries where the report goes once it is done; absent for nowhere
 */
public record ReportBody(String fromDate, String toDate, List<DeliveryBody> deliveries) {}
