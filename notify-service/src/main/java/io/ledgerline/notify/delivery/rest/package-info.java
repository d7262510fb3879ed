/** Deliveries as callers see them. */
package io.ledgerline.notify.delivery.rest;
