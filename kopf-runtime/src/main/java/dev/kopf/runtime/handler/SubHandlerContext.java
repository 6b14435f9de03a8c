package dev.kopf.runtime.handler;

/** What a sub-handler is given; it may have sub-handlers in its turn. */
public interface SubHandlerContext extends ChangingContext {}
