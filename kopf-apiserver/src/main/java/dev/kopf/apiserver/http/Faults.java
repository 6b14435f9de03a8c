package dev.kopf.apiserver.http;

import dev.kopf.apiserver.failure.Failures;
import dev.kopf.apiserver.failure.StatusException;

/** Failures that were asked for, with the reason that Kubernetes gives to their code. */
final class Faults {

    private Faults() {}

    /** In the words of Kubernetes. */
    static StatusException unauthorized() {
        return Failures.other(401, "Unauthorized", "Unauthorized");
    }

    static StatusException ofCode(int code) {
        String reason = switch (code) {
            case 400 -> "BadRequest";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "NotFound";
            case 409 -> "Conflict";
            case 410 -> "Expired";
            case 422 -> "Invalid";
            case 429 -> "TooManyRequests";
            case 500 -> "InternalError";
            case 503 -> "ServiceUnavailable";
            case 504 -> "Timeout";
            default -> "";
        };
        return Failures.other(code, reason, "fault on demand");
    }
}
