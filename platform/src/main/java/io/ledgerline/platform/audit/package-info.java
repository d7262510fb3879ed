/** What is done over the API, for the audit log that report-service keeps. */
package io.ledgerline.platform.audit;
