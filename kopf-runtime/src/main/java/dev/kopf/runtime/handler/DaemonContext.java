package dev.kopf.runtime.handler;

/** What a daemon is given beside the resource. It works until {@link #stopped()} says so, or until it is done. */
public interface DaemonContext extends BackgroundContext {}
