/** Objects in any store that speaks the S3 protocol. */
package io.ledgerline.platform.objectstore;
