package use;

import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.handler.HandlerCall;
import dev.kopf.runtime.handler.HandlerContext;
import java.lang.reflect.Proxy;

/** A call as the runtime would make it. */
record Call(Object now, Object old, Object essence) implements HandlerCall {
    @Override
    public <R> R resource(Class<R> type) {
        return type.cast(now);
    }

    @Override
    public <R> R oldEssence(Class<R> type) {
        return type.cast(old);
    }

    @Override
    public <R> R newEssence(Class<R> type) {
        return type.cast(essence);
    }

    @Override
    public JsonStates essences() {
        return JsonStates.of(old, essence);
    }

    @Override
    public <C extends HandlerContext> C context(Class<C> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> null));
    }
}
