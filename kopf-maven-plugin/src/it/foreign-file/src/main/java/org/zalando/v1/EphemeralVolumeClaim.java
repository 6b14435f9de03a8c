package org.zalando.v1;

/** Written by hand. */
public class EphemeralVolumeClaim {}
