/** Bearer tokens of an OpenID Connect issuer, beside API keys. */
package io.ledgerline.platform.access.oidc;
