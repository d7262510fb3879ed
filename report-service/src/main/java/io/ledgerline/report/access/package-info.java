/** API keys: report-service owns them, the other services follow over a topic. */
package io.ledgerline.report.access;
