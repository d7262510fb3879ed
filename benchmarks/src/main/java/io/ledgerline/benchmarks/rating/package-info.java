/** What rating is measured with: report-service's own classes, in this process. */
package io.ledgerline.benchmarks.rating;
