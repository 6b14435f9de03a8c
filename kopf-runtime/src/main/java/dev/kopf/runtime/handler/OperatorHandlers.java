package dev.kopf.runtime.handler;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is called for an operator, and not for an object, in order of registration. Immutable.
 *
 * @param activities at its start and at its end
 * @param logins for credentials
 * @param probes when somebody asks for its health
 */
record OperatorHandlers(List<Activity> activities, List<Login> logins, List<Probe> probes) {

    OperatorHandlers {
        activities = List.copyOf(activities);
        logins = List.copyOf(logins);
        probes = List.copyOf(probes);
    }

    boolean isEmpty() {
        return activities.isEmpty() && logins.isEmpty() && probes.isEmpty();
    }

    /** Those of a source. */
    static OperatorHandlers of(HandlerSource source) {
        if (source instanceof ActivityRegistration registration) {
            return new OperatorHandlers(registration.activities(), registration.logins(), registration.probes());
        }
        List<Activity> activities = new ArrayList<>();
        List<Login> logins = new ArrayList<>();
        List<Probe> probes = new ArrayList<>();
        if (source instanceof OperatorHandler handler) {
            HandlerMethods<OperatorHandler> methods = HandlerMethods.of(OperatorHandler.class, handler);
            methods.activityOptions("onStartup")
                    .ifPresent(options ->
                            activities.add(new Activity(Activity.Type.STARTUP, options, handler::onStartup)));
            methods.activityOptions("onLogin").ifPresent(options -> logins.add(new Login(options, handler::onLogin)));
            methods.activityOptions("onCleanup")
                    .ifPresent(options ->
                            activities.add(new Activity(Activity.Type.CLEANUP, options, handler::onCleanup)));
            methods.probeOptions("onProbe").ifPresent(options -> probes.add(new Probe(options, handler::onProbe)));
        }
        return new OperatorHandlers(activities, logins, probes);
    }

    /**
     * Those of several sources together.
     *
     * @throws IllegalArgumentException if two of a sort have one id
     */
    static OperatorHandlers together(Collection<OperatorHandlers> all) {
        OperatorHandlers together = new OperatorHandlers(
                all.stream().flatMap(each -> each.activities.stream()).toList(),
                all.stream().flatMap(each -> each.logins.stream()).toList(),
                all.stream().flatMap(each -> each.probes.stream()).toList());
        Set<String> ids = new HashSet<>();
        together.activities.forEach(each -> requireNew(ids, each.type().text(), each.id()));
        together.logins.forEach(each -> requireNew(ids, "login", each.id()));
        together.probes.forEach(each -> requireNew(ids, "probe", each.id()));
        return together;
    }

    private static void requireNew(Set<String> ids, String type, HandlerId id) {
        if (!ids.add(type + " " + id)) {
            String why = type.equals("probe")
                    ? "so an answer could have only one of them"
                    : "so the log could not tell them apart";
            throw new IllegalArgumentException(
                    "Two " + type + " handlers have the id '" + id + "', " + why + ". Give one of them another id.");
        }
    }
}
