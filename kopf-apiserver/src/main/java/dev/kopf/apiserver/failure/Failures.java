package dev.kopf.apiserver.failure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.json.Json;
import java.util.List;
import java.util.stream.Collectors;

/** The failures that Kubernetes knows, worded as it words them. */
public final class Failures {

    private Failures() {}

    /** 404: no such object. */
    public static StatusException notFound(Subject subject) {
        return new StatusException(404, "NotFound", subject.quoted() + " not found", details(subject));
    }

    /** 404: nothing is served at this path. */
    public static StatusException noSuchResource() {
        return new StatusException(404, "NotFound", "the server could not find the requested resource", Json.object());
    }

    /** 405: the path is served, but not for this method. */
    public static StatusException methodNotAllowed() {
        return new StatusException(
                405,
                "MethodNotAllowed",
                "the server does not allow this method on the requested resource",
                Json.object());
    }

    /** 409: the name is taken. */
    public static StatusException alreadyExists(Subject subject) {
        return new StatusException(409, "AlreadyExists", subject.quoted() + " already exists", details(subject));
    }

    /** 409: somebody else was first. */
    public static StatusException conflict(Subject subject, String why) {
        return new StatusException(
                409, "Conflict", "Operation cannot be fulfilled on " + subject.quoted() + ": " + why, details(subject));
    }

    /** 409: the object changed since it was read. */
    public static StatusException modified(Subject subject) {
        return conflict(
                subject, "the object has been modified; please apply your changes to the latest version and try again");
    }

    /** 403: an admission rule refuses. */
    public static StatusException forbidden(Subject subject, String why) {
        return new StatusException(403, "Forbidden", subject.quoted() + " is forbidden: " + why, details(subject));
    }

    /** 400: the request itself is wrong. */
    public static StatusException badRequest(String message) {
        return new StatusException(400, "BadRequest", message, null);
    }

    /** 415: the body is of a type that is not read here. */
    public static StatusException unsupportedMediaType(String message) {
        return new StatusException(415, "UnsupportedMediaType", message, null);
    }

    /** 410: the version asked for is no longer in the history. */
    public static StatusException expired(String message) {
        return new StatusException(410, "Expired", message, null);
    }

    /** 422: a patch that cannot be applied. */
    public static StatusException patchRejected() {
        return new StatusException(
                422, "Invalid", "the server rejected our request due to an error in our request", Json.object());
    }

    /** 422: the object is not valid; every problem is listed. */
    public static StatusException invalid(Subject subject, List<FieldProblem> problems) {
        String text = problems.stream().map(FieldProblem::sentence).collect(Collectors.joining(", "));
        ObjectNode details = details(subject);
        var causes = details.putArray("causes");
        for (FieldProblem problem : problems) {
            causes.addObject()
                    .put("reason", problem.reason())
                    .put("message", problem.message())
                    .put("field", problem.field());
        }
        String all = problems.size() == 1 ? text : "[" + text + "]";
        return new StatusException(422, "Invalid", subject.quoted() + " is invalid: " + all, details);
    }

    /** Any other failure, for faults on demand and bugs. */
    public static StatusException other(int code, String reason, String message) {
        return new StatusException(code, reason, message, Json.object());
    }

    private static ObjectNode details(Subject subject) {
        ObjectNode details = Json.object();
        if (!subject.name().isEmpty()) {
            details.put("name", subject.name());
        }
        if (!subject.group().isEmpty()) {
            details.put("group", subject.group());
        }
        return details.put("kind", subject.kind());
    }
}
