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
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.essence.SetChange;
import dev.kopf.runtime.typed.DateTime;
import dev.kopf.runtime.typed.IntOrString;
import dev.kopf.runtime.typed.Password;
import dev.kopf.runtime.typed.Quantity;
import dev.kopf.runtime.typed.Types;
import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link ShapeSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class ShapeSpecDiff extends ObjectDiff<ShapeSpec> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public ShapeSpecDiff(JsonStates states) {
        super(states, Types.object(ShapeSpec::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static ShapeSpecDiff between(@Nullable ShapeSpec oldValue,
            @Nullable ShapeSpec newValue) {
        return new ShapeSpecDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>text</code>. */
    public FieldChange<String> text() {
        return field("text", Types.TEXT);
    }

    /** What changed in <code>moment</code>. */
    public FieldChange<DateTime> moment() {
        return field("moment", Types.DATE_TIME);
    }

    /** What changed in <code>replicas</code>. */
    public FieldChange<Integer> replicas() {
        return field("replicas", Types.INTEGER);
    }

    /** What changed in <code>bytes</code>. */
    public FieldChange<Long> bytes() {
        return field("bytes", Types.LONG);
    }

    /** What changed in <code>ratio</code>. */
    public FieldChange<BigDecimal> ratio() {
        return field("ratio", Types.DECIMAL);
    }

    /** What changed in <code>enabled</code>. */
    public FieldChange<Boolean> enabled() {
        return field("enabled", Types.BOOLEAN);
    }

    /** What changed in <code>port</code>. */
    public FieldChange<IntOrString> port() {
        return field("port", Types.INT_OR_STRING);
    }

    /** What changed in <code>anything</code>. */
    public FieldChange<Object> anything() {
        return field("anything", Types.ANY);
    }

    /** What changed in <code>policy</code>. */
    public FieldChange<Policy> policy() {
        return field("policy", Types.text(Policy::of));
    }

    /** What changed in <code>texts</code>. */
    public FieldChange<List<String>> texts() {
        return field("texts", Types.list(Types.TEXT));
    }

    /** What changed in <code>nullableTexts</code>. */
    public FieldChange<List<@Nullable String>> nullableTexts() {
        return field("nullableTexts", Types.list(Types.TEXT));
    }

    /** What changed in <code>password</code>. */
    public FieldChange<Password> password() {
        return field("password", Types.PASSWORD);
    }

    /** What changed in <code>cpu</code>. */
    public FieldChange<Quantity> cpu() {
        return field("cpu", Types.QUANTITY);
    }

    /** What changed in <code>memory</code>. */
    public FieldChange<Quantity> memory() {
        return field("memory", Types.QUANTITY);
    }

    /** What changed in <code>members</code>. */
    public SetChange<String> members() {
        return set("members", Types.TEXT);
    }

    /** What changed in <code>limits</code>. */
    public MapChange<Long> limits() {
        return map("limits", Types.LONG);
    }

    /** What changed in <code>fixed</code>. */
    public FieldChange<String> fixed() {
        return field("fixed", Types.TEXT);
    }

    /** What changed in <code>listeners</code>. */
    public KeyedListChange<String, Listener, ListenerDiff> listeners() {
        return keyed("listeners", Types.object(Listener::new), Listener::getName, ListenerDiff::new);
    }

    /** What changed in <code>ports</code>. */
    public KeyedListChange<ShapeSpec.PortKey, Port, PortDiff> ports() {
        return keyed("ports", Types.object(Port::new), ShapeSpec.PortKey::of, PortDiff::new);
    }

    /** What changed in <code>accounts</code>. */
    public FieldChange<List<Account>> accounts() {
        return field("accounts", Types.list(Types.object(Account::new)));
    }

    /** What changed in <code>secretRef</code>. */
    public SecretRefDiff secretRef() {
        return new SecretRefDiff(states("secretRef"));
    }

    /** What changed in <code>tlsSecretRef</code>. */
    public SecretRefDiff tlsSecretRef() {
        return new SecretRefDiff(states("tlsSecretRef"));
    }

    /** What changed in <code>template</code>. */
    public TemplateDiff template() {
        return new TemplateDiff(states("template"));
    }

    /** What changed in <code>class</code>. */
    public FieldChange<String> classField() {
        return field("class", Types.TEXT);
    }

    /** What changed in <code>get-class</code>. */
    public FieldChange<String> getClass_() {
        return field("get-class", Types.TEXT);
    }

    /** What changed in <code>a_b</code>. */
    public FieldChange<String> abField() {
        return field("a_b", Types.TEXT);
    }

    /** What changed in <code>aB</code>. */
    public FieldChange<String> ab() {
        return field("aB", Types.TEXT);
    }
}
