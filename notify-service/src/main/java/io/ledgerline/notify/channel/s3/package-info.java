/** Reports as objects of a bucket, in any store that speaks the S3 protocol. */
package io.ledgerline.notify.channel.s3;
