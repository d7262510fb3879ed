package io.ledgerline.platform.access;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource, or one call of it, whose answer is the same for everybody of a tenant and says
 * nothing of its accounts, cost centres and usage, such as the list of prices. Callers with a scope
 * may use it; what changes something for the whole tenant is never marked so.
 */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ShowsNoUsage {}
