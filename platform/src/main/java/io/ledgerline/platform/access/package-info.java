/** API keys and roles: who calls, and what the caller may do. */
package io.ledgerline.platform.access;
