/** What becomes of a delivery: pure rules, without clock, database or framework. */
package io.ledgerline.notify.delivery.core;
