/** The files of completed runs: immutable, in the object store, with size and SHA-256. */
package io.ledgerline.report.artifact;
