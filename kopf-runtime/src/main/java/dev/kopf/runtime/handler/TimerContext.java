package dev.kopf.runtime.handler;

/** What a timer is given beside the resource. A call that lasts may look at {@link #stopped()}. */
public interface TimerContext extends BackgroundContext {}
