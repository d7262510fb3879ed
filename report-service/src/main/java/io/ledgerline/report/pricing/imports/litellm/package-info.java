/** The LiteLLM model map and its history, read into drafts of the price book. Pure. */
package io.ledgerline.report.pricing.imports.litellm;
