/** What is sent and what must come of it: seeded, pure, written apart from the services. */
package io.ledgerline.system.chaos.load;
