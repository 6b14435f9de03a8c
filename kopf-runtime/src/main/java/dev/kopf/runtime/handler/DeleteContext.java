package dev.kopf.runtime.handler;

/** What a delete handler is given beside the resource. The object is kept until all delete handlers are done. */
public interface DeleteContext extends ChangingContext {}
