/** The paths that the clients of VergeOS call, in the vendor's words and shapes. */
package io.ledgerline.report.vendor.vergeos.rest;
