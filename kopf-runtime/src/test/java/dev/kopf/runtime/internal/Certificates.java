package dev.kopf.runtime.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A certificate with its key, made on the spot, so that no key is kept in the sources. Good for servers at an address, and for clients.
 *
 * @param name the common name
 * @param keys its keys
 * @param certificate the certificate
 */
public record Certificates(String name, KeyPair keys, Certificate certificate) {

    private static final AlgorithmIdentifier ALGORITHM = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final char[] NO_PASSWORD = {};
    private static final String HERE = "127.0.0.1";
    private static final Duration LIFE = Duration.ofHours(1);

    /**
     * What is said in a certificate of its holder.
     *
     * @param subject the common name
     * @param address where it serves
     * @param end until when it is good
     * @param isAuthority whether it may sign others
     */
    private record Content(String subject, String address, Instant end, boolean isAuthority) {}

    /** An authority. */
    public static Certificates authority(String name) throws GeneralSecurityException, IOException {
        KeyPair keys = newKeys();
        return new Certificates(
                name, keys, sign(new Content(name, HERE, Instant.now().plus(LIFE), true), keys, name, keys));
    }

    /** A certificate that this authority has signed, of a client, or of a server at 127.0.0.1. */
    public Certificates issue(String subject) throws GeneralSecurityException, IOException {
        return issue(new Content(subject, HERE, Instant.now().plus(LIFE), false));
    }

    /** As {@link #issue}, of a server at another address. */
    public Certificates issueFor(String address) throws GeneralSecurityException, IOException {
        return issue(new Content("server", address, Instant.now().plus(LIFE), false));
    }

    /** As {@link #issue}, and it is good no more. */
    public Certificates issueExpired(String subject) throws GeneralSecurityException, IOException {
        return issue(new Content(subject, HERE, Instant.now().minus(Duration.ofMinutes(1)), false));
    }

    private Certificates issue(Content content) throws GeneralSecurityException, IOException {
        KeyPair own = newKeys();
        return new Certificates(content.subject(), own, sign(content, own, name, keys));
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static Certificate sign(Content of, KeyPair own, String issuer, KeyPair issuing)
            throws GeneralSecurityException, IOException {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(of.isAuthority()));
        extensions.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(
                        GeneralName.iPAddress,
                        new DEROctetString(InetAddress.getByName(of.address()).getAddress()))));
        V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(BigInteger.valueOf(System.nanoTime())));
        content.setIssuer(new X500Name("CN=" + issuer));
        content.setSubject(new X500Name("CN=" + of.subject()));
        content.setStartDate(new Time(Date.from(of.end().minus(LIFE).minus(LIFE))));
        content.setEndDate(new Time(Date.from(of.end())));
        content.setSignature(ALGORITHM);
        content.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(own.getPublic().getEncoded()));
        content.setExtensions(extensions.generate());
        TBSCertificate signed = content.generateTBSCertificate();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(issuing.getPrivate());
        signature.update(signed.getEncoded());
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(signed);
        parts.add(ALGORITHM);
        parts.add(new DERBitString(signature.sign()));
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(new DERSequence(parts).getEncoded()));
    }

    /** The text of the certificate. */
    public String pem() throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    /** The text of its private key. */
    public String keyPem() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    private static String pem(String what, byte[] content) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }

    /** For a server that shows this certificate, and wants to see one that the authority has signed. */
    public SSLContext server(Certificates authority) throws GeneralSecurityException, IOException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, NO_PASSWORD);
        own.setKeyEntry("own", keys.getPrivate(), NO_PASSWORD, new Certificate[] {certificate});
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(own, NO_PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, NO_PASSWORD);
        trusted.setCertificateEntry("authority", authority.certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
