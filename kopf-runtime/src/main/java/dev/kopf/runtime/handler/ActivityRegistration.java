package dev.kopf.runtime.handler;

import java.util.ArrayList;
import java.util.List;

/**
 * Handlers of the operator's own start and end, registered as lambdas; {@link OperatorHandler#on()} starts one. Not safe for use by several
 * threads while it is filled.
 */
public final class ActivityRegistration implements HandlerSource {

    private final List<Activity> activities = new ArrayList<>();
    private final List<Probe> probes = new ArrayList<>();
    private final List<Login> logins = new ArrayList<>();

    ActivityRegistration() {}

    /** Registers a handler that is called before anything is watched. */
    public ActivityRegistration startup(String id, ActivityFunction function) {
        return startup(HandlerOptions.of(id), function);
    }

    /** Registers a handler that is called before anything is watched. */
    public ActivityRegistration startup(HandlerOptions options, ActivityFunction function) {
        return add(Activity.Type.STARTUP, options, function);
    }

    /** Registers a handler that is called when the operator has ended. */
    public ActivityRegistration cleanup(String id, ActivityFunction function) {
        return cleanup(HandlerOptions.of(id), function);
    }

    /** Registers a handler that is called when the operator has ended. */
    public ActivityRegistration cleanup(HandlerOptions options, ActivityFunction function) {
        return add(Activity.Type.CLEANUP, options, function);
    }

    /** Registers a handler that is called when somebody asks for the operator's health. */
    public ActivityRegistration probe(String id, ProbeFunction function) {
        return probe(HandlerOptions.of(id), function);
    }

    /** Registers a handler that is called when somebody asks for the operator's health. */
    public ActivityRegistration probe(HandlerOptions options, ProbeFunction function) {
        probes.add(new Probe(options, function));
        return this;
    }

    /** Registers a handler that gives credentials for the API server. */
    public ActivityRegistration login(String id, LoginFunction function) {
        return login(HandlerOptions.of(id), function);
    }

    /** Registers a handler that gives credentials for the API server. */
    public ActivityRegistration login(HandlerOptions options, LoginFunction function) {
        logins.add(new Login(options, function));
        return this;
    }

    List<Login> logins() {
        return List.copyOf(logins);
    }

    List<Probe> probes() {
        return List.copyOf(probes);
    }

    List<Activity> activities() {
        return List.copyOf(activities);
    }

    private ActivityRegistration add(Activity.Type type, HandlerOptions options, ActivityFunction function) {
        activities.add(new Activity(type, options, function));
        return this;
    }
}
