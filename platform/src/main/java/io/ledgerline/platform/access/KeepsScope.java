package io.ledgerline.platform.access;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource, or one call of it, that cuts what it shows and does to {@link CurrentCaller#scope}
 * itself. Callers with a scope are refused wherever neither this nor {@link ShowsNoUsage} stands.
 */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface KeepsScope {}
