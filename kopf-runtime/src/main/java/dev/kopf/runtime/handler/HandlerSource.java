package dev.kopf.runtime.handler;

/**
 * Something that brings handlers: an object that implements a generated handler interface, or a {@link HandlerRegistration}
 * filled with lambdas. Both are handed to the operator as they are, and mixed freely; handlers run in the order of registration.
 */
public interface HandlerSource {}
