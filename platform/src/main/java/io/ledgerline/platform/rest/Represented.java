package io.ledgerline.platform.rest;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource whose reads answer with the fields asked for ({@code ?fields=id,state,totals.events})
 * and with an {@code ETag}: a caller that has the same already, as {@code If-None-Match} says, is
 * answered 304 without a body.
 */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Represented {}
