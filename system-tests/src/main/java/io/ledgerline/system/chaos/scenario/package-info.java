/** Failures of one kind each, with what must hold while they last. */
package io.ledgerline.system.chaos.scenario;
