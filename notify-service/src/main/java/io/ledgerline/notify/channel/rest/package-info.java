/** Channels as callers see them. */
package io.ledgerline.notify.channel.rest;
