// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.shape.Account;
import dev.kopf.example.v1.shape.Listener;
import dev.kopf.example.v1.shape.ListenerDiff;
import dev.kopf.example.v1.shape.Policy;
import dev.kopf.example.v1.shape.Port;
import dev.kopf.example.v1.shape.PortDiff;
import dev.kopf.example.v1.shape.SecretRefDiff;
import dev.kopf.example.v1.shape.TemplateDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.essence.SetChange;
import dev.kopf.runtime.typed.DateTime;
import dev.kopf.runtime.typed.IntOrString;
import dev.kopf.runtime.typed.Password;
import dev.kopf.runtime.typed.Quantity;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link ShapeSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class ShapeSpecDiff extends ObjectDiff<ShapeSpec> {
    /** Of two states, of which each may be absent. */
    public ShapeSpecDiff(@Nullable ShapeSpec oldValue, @Nullable ShapeSpec newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>text</code>. */
    public FieldChange<String> text() {
        return field(ShapeSpec::getText);
    }

    /** What changed in <code>moment</code>. */
    public FieldChange<DateTime> moment() {
        return field(ShapeSpec::getMoment);
    }

    /** What changed in <code>replicas</code>. */
    public FieldChange<Integer> replicas() {
        return field(ShapeSpec::getReplicas);
    }

    /** What changed in <code>bytes</code>. */
    public FieldChange<Long> bytes() {
        return field(ShapeSpec::getBytes);
    }

    /** What changed in <code>ratio</code>. */
    public FieldChange<BigDecimal> ratio() {
        return field(ShapeSpec::getRatio);
    }

    /** What changed in <code>enabled</code>. */
    public FieldChange<Boolean> enabled() {
        return field(ShapeSpec::getEnabled);
    }

    /** What changed in <code>port</code>. */
    public FieldChange<IntOrString> port() {
        return field(ShapeSpec::getPort);
    }

    /** What changed in <code>anything</code>. */
    public FieldChange<Object> anything() {
        return field(ShapeSpec::getAnything);
    }

    /** What changed in <code>policy</code>. */
    public FieldChange<Policy> policy() {
        return field(ShapeSpec::getPolicy);
    }

    /** What changed in <code>texts</code>. */
    public FieldChange<List<String>> texts() {
        return field(ShapeSpec::getTexts);
    }

    /** What changed in <code>nullableTexts</code>. */
    public FieldChange<List<@Nullable String>> nullableTexts() {
        return field(ShapeSpec::getNullableTexts);
    }

    /** What changed in <code>password</code>. */
    public FieldChange<Password> password() {
        return field(ShapeSpec::getPassword);
    }

    /** What changed in <code>cpu</code>. */
    public FieldChange<Quantity> cpu() {
        return field(ShapeSpec::getCpu);
    }

    /** What changed in <code>memory</code>. */
    public FieldChange<Quantity> memory() {
        return field(ShapeSpec::getMemory);
    }

    /** What changed in <code>members</code>. */
    public SetChange<String> members() {
        return set(ShapeSpec::getMembers);
    }

    /** What changed in <code>limits</code>. */
    public MapChange<Long> limits() {
        return map(ShapeSpec::getLimits);
    }

    /** What changed in <code>fixed</code>. */
    public FieldChange<String> fixed() {
        return field(ShapeSpec::getFixed);
    }

    /** What changed in <code>listeners</code>. */
    public KeyedListChange<String, Listener, ListenerDiff> listeners() {
        return keyed(ShapeSpec::getListeners, Listener::getName, ListenerDiff::new);
    }

    /** What changed in <code>ports</code>. */
    public KeyedListChange<List<@Nullable Object>, Port, PortDiff> ports() {
        return keyed(ShapeSpec::getPorts, item -> Arrays.<@Nullable Object>asList(item.getPort(), item.getProtocol()), PortDiff::new);
    }

    /** What changed in <code>accounts</code>. */
    public FieldChange<List<Account>> accounts() {
        return field(ShapeSpec::getAccounts);
    }

    /** What changed in <code>secretRef</code>. */
    public SecretRefDiff secretRef() {
        return new SecretRefDiff(ofOld(ShapeSpec::getSecretRef), ofNew(ShapeSpec::getSecretRef));
    }

    /** What changed in <code>tlsSecretRef</code>. */
    public SecretRefDiff tlsSecretRef() {
        return new SecretRefDiff(ofOld(ShapeSpec::getTlsSecretRef), ofNew(ShapeSpec::getTlsSecretRef));
    }

    /** What changed in <code>template</code>. */
    public TemplateDiff template() {
        return new TemplateDiff(ofOld(ShapeSpec::getTemplate), ofNew(ShapeSpec::getTemplate));
    }

    /** What changed in <code>class</code>. */
    public FieldChange<String> classField() {
        return field(ShapeSpec::getClassField);
    }

    /** What changed in <code>get-class</code>. */
    public FieldChange<String> getClass_() {
        return field(ShapeSpec::getGetClass);
    }

    /** What changed in <code>a_b</code>. */
    public FieldChange<String> abField() {
        return field(ShapeSpec::getABField);
    }

    /** What changed in <code>aB</code>. */
    public FieldChange<String> ab() {
        return field(ShapeSpec::getAB);
    }
}
