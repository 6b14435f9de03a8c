package dev.kopf.runtime.handler;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * How to reach an API server, and as whom: what a handler for login gives (AU-2). Nothing else is added to it: neither the kubeconfig nor
 * the environment of the process is looked at.
 *
 * <pre>{@code
 * return Credentials.of("https://10.0.0.1:6443")
 *         .withCertificateAuthority(pem)
 *         .withToken(token)
 *         .withExpiry(Instant.now().plus(Duration.ofHours(1)));
 * }</pre>
 *
 * <p>Immutable; safe for use by several threads. No secret is in its {@link #toString()}, nor in a message about what is wrong with it.
 */
public final class Credentials {

    private static final Proof NONE = new Proof(null, null, null, null, null);

    private final Target target;
    private final Proof proof;
    private final @Nullable Instant expiry;

    private Credentials(Target target, Proof proof, @Nullable Instant expiry) {
        this.target = target;
        this.proof = proof;
        this.expiry = expiry;
    }

    /** Where, and how it is reached. */
    private record Target(
            @Nullable URI server,
            @Nullable String certificateAuthority,
            boolean insecure,
            @Nullable URI proxy,
            @Nullable String namespace,
            @Nullable String kubeconfig) {}

    /** As whom. */
    private record Proof(
            @Nullable String token,
            @Nullable String user,
            @Nullable String password,
            @Nullable String certificate,
            @Nullable String key) {}

    /**
     * For an API server.
     *
     * @param server its URL, such as {@code https://10.0.0.1:6443}
     * @throws IllegalArgumentException if it is none
     */
    public static Credentials of(String server) {
        return new Credentials(
                new Target(CredentialChecks.url("server", server), null, false, null, null, null), NONE, null);
    }

    /**
     * Those of the current context of a kubeconfig, with all that it may say; programs that give tokens are run.
     *
     * @param text the text of the kubeconfig
     */
    public static Credentials ofKubeconfig(String text) {
        return new Credentials(
                new Target(null, null, false, null, null, CredentialChecks.notBlank("kubeconfig", text)), NONE, null);
    }

    /**
     * Trusts certificates that this authority has signed, and no others.
     *
     * @param pem the text of the authority's certificates
     */
    public Credentials withCertificateAuthority(String pem) {
        String text = CredentialChecks.notBlank("certificate authority", pem);
        return with(new Target(target.server, text, target.insecure, target.proxy, target.namespace, null));
    }

    /** Trusts whatever certificate the server shows: for trials only. */
    public Credentials withInsecure(boolean is) {
        return with(new Target(target.server, target.certificateAuthority, is, target.proxy, target.namespace, null));
    }

    /**
     * Reaches the server through a proxy.
     *
     * @param url such as {@code http://proxy:3128}; a name and a password may stand in it
     */
    public Credentials withProxy(String url) {
        URI proxy = CredentialChecks.proxy(url);
        return with(
                new Target(target.server, target.certificateAuthority, target.insecure, proxy, target.namespace, null));
    }

    /** The namespace of what a handler asks its client for without naming one. */
    public Credentials withNamespace(String name) {
        String namespace = CredentialChecks.notBlank("namespace", name);
        return with(
                new Target(target.server, target.certificateAuthority, target.insecure, target.proxy, namespace, null));
    }

    /**
     * Sends a token with each request. Space and line ends around it, as files have them, are left out.
     *
     * @throws IllegalArgumentException if it can be no token; the message does not show it
     */
    public Credentials withToken(String token) {
        String text = CredentialChecks.token(token);
        return with(new Proof(text, null, null, proof.certificate, proof.key));
    }

    /** Sends a name and a password with each request, instead of a token. */
    public Credentials withUser(String name, String password) {
        return with(new Proof(
                null,
                CredentialChecks.user(name),
                Objects.requireNonNull(password, "password"),
                proof.certificate,
                proof.key));
    }

    /**
     * Shows a certificate when it connects.
     *
     * @param pem the text of the certificate
     * @param keyPem the text of its private key
     */
    public Credentials withClientCertificate(String pem, String keyPem) {
        return with(new Proof(
                proof.token,
                proof.user,
                proof.password,
                CredentialChecks.notBlank("client certificate", pem),
                CredentialChecks.notBlank("key of the client certificate", keyPem)));
    }

    /**
     * They are not used any more from then on (AU-6); some time before, the handlers are asked for new ones. Without it they are used until
     * the server refuses them.
     */
    public Credentials withExpiry(Instant time) {
        return new Credentials(target, proof, Objects.requireNonNull(time, "time"));
    }

    private Credentials with(Target newTarget) {
        requireNoKubeconfig();
        return new Credentials(newTarget, proof, expiry);
    }

    private Credentials with(Proof newProof) {
        requireNoKubeconfig();
        return new Credentials(target, newProof, expiry);
    }

    private void requireNoKubeconfig() {
        if (target.kubeconfig != null) {
            throw new IllegalArgumentException(
                    "A kubeconfig says all that there is to say but for the expiry. Change its text, or begin with Credentials.of(…).");
        }
    }

    /** The URL of the API server; null where a kubeconfig says it. */
    public @Nullable URI server() {
        return target.server;
    }

    /** Whose certificates are trusted; null for those that the JVM trusts. */
    public @Nullable String certificateAuthority() {
        return target.certificateAuthority;
    }

    /** Whether any certificate is trusted. */
    public boolean insecure() {
        return target.insecure;
    }

    /** The proxy; null for none. */
    public @Nullable URI proxy() {
        return target.proxy;
    }

    /** The client's namespace; null for none. */
    public @Nullable String namespace() {
        return target.namespace;
    }

    /** The kubeconfig; null where there is none. */
    public @Nullable String kubeconfig() {
        return target.kubeconfig;
    }

    /** The token; null for none. A secret. */
    public @Nullable String token() {
        return proof.token;
    }

    /** The user's name; null for none. */
    public @Nullable String user() {
        return proof.user;
    }

    /** The user's password; null for none. A secret. */
    public @Nullable String password() {
        return proof.password;
    }

    /** The client's certificate; null for none. */
    public @Nullable String clientCertificate() {
        return proof.certificate;
    }

    /** The key of the client's certificate; null for none. A secret. */
    public @Nullable String clientKey() {
        return proof.key;
    }

    /** From when on they are of no use; null for never. */
    public @Nullable Instant expiry() {
        return expiry;
    }

    /** Whether the other ones are the same, whenever they expire. */
    public boolean isSameAs(Credentials other) {
        return target.equals(other.target) && proof.equals(other.proof);
    }

    /**
     * Whether the same connections serve for the other ones: at most what is sent with each request differs. Those of a kubeconfig do not:
     * a program or a file that it names may give something else each time that it is read.
     */
    public boolean sharesConnectionsWith(Credentials other) {
        return target.kubeconfig == null
                && target.equals(other.target)
                && Objects.equals(proof.certificate, other.proof.certificate)
                && Objects.equals(proof.key, other.proof.key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Credentials that && isSameAs(that) && Objects.equals(expiry, that.expiry);
    }

    @Override
    public int hashCode() {
        return Objects.hash(target, proof, expiry);
    }

    /** Where they are for, and of which sort they are; no secret. */
    @Override
    public String toString() {
        StringJoiner sorts = new StringJoiner(", ");
        if (target.kubeconfig != null) {
            sorts.add("a kubeconfig");
        }
        if (proof.token != null) {
            sorts.add("a token");
        }
        if (proof.user != null) {
            sorts.add("a name and a password");
        }
        if (proof.certificate != null) {
            sorts.add("a client certificate");
        }
        String what = sorts.length() == 0 ? "nothing" : sorts.toString();
        return "Credentials[" + (target.server == null ? "" : target.server + " ") + "with " + what
                + (expiry == null ? "" : ", until " + expiry) + "]";
    }
}
