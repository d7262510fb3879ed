/** Ways a report leaves the suite; one package per channel. A channel keeps no state. */
package io.ledgerline.notify.channel;
