/** Links by which somebody without an API key can download one artifact for a while. */
package io.ledgerline.report.artifact.link;
