/** Records that go out if, and only if, their transaction commits. */
package io.ledgerline.platform.messaging.outbox;
