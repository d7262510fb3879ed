/** Makes partitions of rollups ahead of time and drops those that the policy no longer keeps. */
package io.ledgerline.report.rollup.retention;
