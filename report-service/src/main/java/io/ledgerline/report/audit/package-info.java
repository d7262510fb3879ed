/** What was done over the APIs of all services: kept for ever, changed never. */
package io.ledgerline.report.audit;
