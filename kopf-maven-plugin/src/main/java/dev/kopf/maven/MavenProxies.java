package dev.kopf.maven;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/** The proxies of Maven's settings, and where they have none for a host, those of Java's own properties. */
final class MavenProxies extends ProxySelector {

    private final RepositorySystemSession session;

    MavenProxies(RepositorySystemSession session) {
        this.session = session;
    }

    @Override
    public List<Proxy> select(URI uri) {
        org.eclipse.aether.repository.@Nullable Proxy proxy = proxyOf(uri);
        if (proxy != null) {
            return List.of(
                    new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort())));
        }
        ProxySelector java = ProxySelector.getDefault();
        return java == null ? List.of(Proxy.NO_PROXY) : java.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // There is one proxy for a host, and no other to take instead.
    }

    /** The names and passwords of the proxies. */
    Authenticator passwords() {
        return new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return getRequestorType() == RequestorType.PROXY
                        ? passwordFor(URI.create(getRequestingURL().toString()))
                        : null;
            }
        };
    }

    private @Nullable PasswordAuthentication passwordFor(URI uri) {
        org.eclipse.aether.repository.@Nullable Proxy proxy = proxyOf(uri);
        RemoteRepository repository =
                new RemoteRepository.Builder(repository(uri)).setProxy(proxy).build();
        try (AuthenticationContext context = AuthenticationContext.forProxy(session, repository)) {
            String user = context == null ? null : context.get(AuthenticationContext.USERNAME);
            String password = context == null ? null : context.get(AuthenticationContext.PASSWORD);
            return user == null
                    ? null
                    : new PasswordAuthentication(user, password == null ? new char[0] : password.toCharArray());
        }
    }

    private org.eclipse.aether.repository.@Nullable Proxy proxyOf(URI uri) {
        // Maven knows hosts by their repositories only.
        return session.getProxySelector() == null
                ? null
                : session.getProxySelector().getProxy(repository(uri));
    }

    private static RemoteRepository repository(URI uri) {
        return new RemoteRepository.Builder("", "default", uri.toString()).build();
    }
}
