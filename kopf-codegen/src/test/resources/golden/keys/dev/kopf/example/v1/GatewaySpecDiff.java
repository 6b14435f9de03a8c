// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.gateway.Data;
import dev.kopf.example.v1.gateway.DataDiff;
import dev.kopf.example.v1.gateway.Listener;
import dev.kopf.example.v1.gateway.ListenerDiff;
import dev.kopf.example.v1.gateway.Route;
import dev.kopf.example.v1.gateway.RouteDiff;
import dev.kopf.example.v1.gateway.Rule;
import dev.kopf.example.v1.gateway.RuleDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.essence.ObjectMapChange;
import dev.kopf.runtime.typed.Types;
import java.math.BigDecimal;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link GatewaySpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class GatewaySpecDiff extends ObjectDiff<GatewaySpec> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public GatewaySpecDiff(JsonStates states) {
        super(states, Types.object(GatewaySpec::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static GatewaySpecDiff between(@Nullable GatewaySpec oldValue,
            @Nullable GatewaySpec newValue) {
        return new GatewaySpecDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>listeners</code>. */
    public KeyedListChange<String, Listener, ListenerDiff> listeners() {
        return keyed("listeners", Types.object(Listener::new), Listener::getName, ListenerDiff::new);
    }

    /** What changed in <code>rule</code>. */
    public FieldChange<String> rule() {
        return field("rule", Types.TEXT);
    }

    /** What changed in <code>rules</code>. */
    public KeyedListChange<GatewaySpec.RuleKey, Rule, RuleDiff> rules() {
        return keyed("rules", Types.object(Rule::new), GatewaySpec.RuleKey::of, RuleDiff::new);
    }

    /** What changed in <code>data</code>. */
    public KeyedListChange<BigDecimal, Data, DataDiff> data() {
        return keyed("data", Types.object(Data::new), Data::getId, DataDiff::new);
    }

    /** What changed in <code>routes</code>. */
    public ObjectMapChange<Route, RouteDiff> routes() {
        return objects("routes", Types.object(Route::new), RouteDiff::new);
    }
}
