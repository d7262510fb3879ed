/** A run's files in one archive whose signed manifest proves them, without asking anybody. */
package io.ledgerline.report.report.bundle;
