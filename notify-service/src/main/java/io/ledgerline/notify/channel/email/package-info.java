/** Reports by mail, through any SMTP server. */
package io.ledgerline.notify.channel.email;
