package dev.kopf.runtime.internal.client;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;

/** What is wrong with a connection over TLS, for people. */
final class HandshakeFailures {

    /** How the JDK begins to tell what the other side has said before it hung up; the alert follows. */
    private static final String ALERT = "Received fatal alert: ";

    private HandshakeFailures() {}

    static String message(Throwable failure) {
        Throwable last = failure;
        boolean isOfCertificate = false;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof CertificateExpiredException) {
                return "its certificate has expired: " + t.getMessage();
            }
            if (t instanceof CertPathBuilderException) {
                return "its certificate is not trusted, as no certificate authority that is known here has signed it;"
                        + " the cluster's own is to be given";
            }
            isOfCertificate |= t instanceof CertificateException;
            last = t;
        }
        String text = String.valueOf(last.getMessage());
        if (isOfCertificate) {
            return "its certificate is not trusted: " + text;
        }
        boolean isOfOurs = text.contains(ALERT) && (text.contains("certificate") || text.contains("unknown_ca"));
        return isOfOurs ? "it does not accept our certificate, or wants one: " + text : "TLS failed: " + text;
    }
}
