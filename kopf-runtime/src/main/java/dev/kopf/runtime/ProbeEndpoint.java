package dev.kopf.runtime;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where probes ask, as Kopf has it: {@code http://host:port/path}, all but the first word with a default (L-20).
 *
 * @param host a name or an address of this machine; {@code localhost}
 * @param port from 0, for any that is free, to 65535; 80
 * @param path the path, with its slash; {@code /}
 */
record ProbeEndpoint(String host, int port, String path) {

    private static final Pattern AUTHORITY = Pattern.compile("(?<host>[^:\\[\\]]*|\\[[^\\]]*])(:(?<port>\\d{0,5}))?");
    /** Where readiness is asked for, beside. */
    static final String READINESS = "/readyz";

    private static final int HTTP = 80;
    private static final int MOST = 65535;

    /** @throws IllegalArgumentException if nobody could ask there; the message says why */
    static ProbeEndpoint of(URI uri) {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        Matcher parts = AUTHORITY.matcher(authority);
        boolean isPlain = uri.getRawQuery() == null && uri.getRawFragment() == null;
        if (!"http".equalsIgnoreCase(uri.getScheme()) || !parts.matches() || !isPlain) {
            throw new IllegalArgumentException(
                    "Probes ask at an address such as http://0.0.0.0:8080/healthz, and not at: " + uri);
        }
        String host = parts.group("host");
        String port = parts.group("port");
        int number = port == null || port.isEmpty() ? HTTP : Integer.parseInt(port);
        if (number > MOST) {
            throw new IllegalArgumentException("Ports end with " + MOST + ": " + uri);
        }
        String path = uri.getPath();
        if (READINESS.equals(path)) {
            throw new IllegalArgumentException("At " + READINESS
                    + " it is asked whether the operator is ready, which is no reason to be killed. Choose another path for its life: "
                    + uri);
        }
        return new ProbeEndpoint(
                host.isEmpty() ? "localhost" : host, number, path == null || path.isEmpty() ? "/" : path);
    }
}
