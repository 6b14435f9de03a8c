package dev.kopf.runtime.handler;

/** What a create handler is given beside the resource. */
public interface CreateContext extends ChangingContext {}
