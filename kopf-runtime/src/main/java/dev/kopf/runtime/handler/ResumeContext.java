package dev.kopf.runtime.handler;

/** What a resume handler is given beside the resource. Its {@link #reason()} is UPDATE where the object also changed meanwhile (C-6). */
public interface ResumeContext extends ChangingContext {}
