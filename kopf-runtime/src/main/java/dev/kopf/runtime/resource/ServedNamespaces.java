package dev.kopf.runtime.resource;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which namespaces are served as they come and go (W-42). Pure. */
public final class ServedNamespaces {

    private ServedNamespaces() {}

    /** The served namespaces after an event of a namespace, which are those that any pattern matches. */
    public static Set<String> after(Set<String> served, Collection<NamespacePattern> patterns, WatchEvent event) {
        String name = event.body().name();
        Set<String> after = new LinkedHashSet<>(served);
        if (isOver(event)) {
            after.remove(name);
        } else if (patterns.stream().anyMatch(pattern -> pattern.matches(name))) {
            after.add(name);
        }
        return after;
    }

    /** One that is being deleted lasts as long as it says that something is left in it. */
    private static boolean isOver(WatchEvent event) {
        Map<String, @Nullable Object> status = Json.map(event.body().fields().get("status"));
        Collection<@Nullable Object> conditions = Json.list(status.get("conditions"));
        boolean isLeft = conditions.stream()
                .anyMatch(condition -> "True".equals(Json.map(condition).get("status")));
        boolean over = event.type() == WatchEvent.Type.DELETED || (event.body().isDeleting() && !conditions.isEmpty());
        return over && !isLeft;
    }
}
