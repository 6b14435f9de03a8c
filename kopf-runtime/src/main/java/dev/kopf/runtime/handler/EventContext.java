package dev.kopf.runtime.handler;

import dev.kopf.runtime.resource.WatchEvent;

/** What a handler of raw events is given beside the resource. Nothing about it is stored: it is called once for each event. */
public interface EventContext extends HandlerContext {

    /** The event as it came. */
    WatchEvent event();
}
