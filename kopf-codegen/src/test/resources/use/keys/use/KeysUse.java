package use;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import dev.kopf.example.v1.Gateway;
import dev.kopf.example.v1.GatewayDiff;
import dev.kopf.example.v1.GatewayDispatch;
import dev.kopf.example.v1.GatewayHandler;
import dev.kopf.example.v1.GatewaySpec;
import dev.kopf.example.v1.GatewaySpecDiff;
import dev.kopf.example.v1.gateway.Listener;
import dev.kopf.example.v1.gateway.ListenerDiff;
import dev.kopf.example.v1.gateway.Port;
import dev.kopf.example.v1.gateway.PortDiff;
import dev.kopf.example.v1.gateway.Protocol;
import dev.kopf.example.v1.gateway.Route;
import dev.kopf.example.v1.gateway.RouteDiff;
import dev.kopf.example.v1.gateway.Rule;
import dev.kopf.example.v1.gateway.RuleDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.ObjectMapChange;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.SubHandlerFunction;
import dev.kopf.runtime.handler.UpdateContext;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public final class KeysUse {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static Gateway gateway(String json) throws Exception {
        return MAPPER.readValue(json, Gateway.class);
    }

    private static GatewaySpec spec(String json) throws Exception {
        return gateway("{\"spec\":" + json + "}").getSpec();
    }

    public static void an_item_is_found_by_its_key() throws Exception {
        GatewaySpec spec = spec("{\"listeners\":[null,5,{},{\"name\":\"a\"},{\"name\":\"http\",\"ports\":["
                + "{\"port\":80,\"protocol\":\"UDP\"},{\"port\":80,\"protocol\":\"TCP\",\"appName\":\"x\"}]}]}");

        assertThat(spec.getListener("http").getPort(80, Protocol.TCP).getAppName()).isEqualTo("x");
        assertThat(spec.getListener("http").getPort(81, Protocol.TCP)).isNull();
        assertThat(spec.getListener("other")).isNull();
        assertThat(spec("{}").getListener("http")).isNull();
        assertThat(spec("{\"listeners\":\"none\"}").getListener("http")).isNull();
    }

    public static void numbers_are_keys_by_value() throws Exception {
        assertThat(spec("{\"data\":[{\"id\":1.0}]}").getDataById(BigDecimal.ONE)).isNotNull();
    }

    public static void where_the_singular_is_taken_the_keys_are_named() throws Exception {
        GatewaySpec spec = spec("{\"rule\":\"r\",\"rules\":[{\"item\":\"a\",\"class\":\"b\"}]}");

        assertThat(spec.getRule()).isEqualTo("r");
        assertThat(spec.getRuleByItemAndClassField("a", "b")).isEqualTo(spec.getRules().get(0));
    }

    public static void a_list_beside_the_spec_has_its_items_too() throws Exception {
        assertThat(gateway("{\"pools\":[{\"name\":\"p\",\"size\":5}]}").getPool("p").getSize()).isEqualTo(5);
    }

    public static void what_changed_in_an_item_is_typed_all_the_way_down() throws Exception {
        Gateway before = gateway("{\"spec\":{\"listeners\":[{\"name\":\"http\",\"ports\":[{\"port\":80,\"protocol\":\"TCP\",\"appName\":\"x\"}]}]}}");
        Gateway after = gateway("{\"spec\":{\"listeners\":[{\"name\":\"new\"},{\"name\":\"http\",\"ports\":["
                + "{\"port\":80,\"protocol\":\"TCP\",\"appName\":\"y\"},{\"port\":81}]}]}}");

        GatewayDiff diff = GatewayDiff.between(before, after);

        assertThat(diff.spec().listeners().added()).containsOnlyKeys("new");
        Map<String, ListenerDiff> listeners = diff.spec().listeners().changed();
        assertThat(listeners).containsOnlyKeys("http");
        Map<Listener.PortKey, PortDiff> ports = listeners.get("http").ports().changed();
        PortDiff port = ports.get(new Listener.PortKey(80, Protocol.TCP));
        assertThat(port.appName()).isEqualTo(new FieldChange<>("x", "y"));
        assertThat(port.port().isChanged()).isFalse();
        assertThat(listeners.get("http").ports().added().values()).containsExactly(Port.builder().port(81).build());
    }

    public static void a_key_of_several_fields_has_their_names() throws Exception {
        GatewaySpec spec = spec("{\"rules\":[{\"item\":\"a\"},{\"item\":\"a\",\"class\":\"b\"},{}]}");
        KeyedListChange<GatewaySpec.RuleKey, Rule, RuleDiff> change = GatewaySpecDiff.between(null, spec).rules();

        assertThat(change.added()).containsOnlyKeys(new GatewaySpec.RuleKey("a", null), new GatewaySpec.RuleKey("a", "b"));
        assertThat(change.added().keySet()).extracting(GatewaySpec.RuleKey::classField).containsExactly(null, "b");
        assertThat(change.added()).hasToString("{(a, null)=Rule{item=a}, (a, b)=Rule{item=a, class=b}}");
        assertThat(change.addedWithoutKey()).hasSize(1);
    }

    public static void a_key_that_is_absent_is_its_default() throws Exception {
        Listener before = spec("{\"listeners\":[{\"name\":\"http\",\"ports\":[{\"port\":80}]}]}").getListener("http");
        Listener after = spec("{\"listeners\":[{\"name\":\"http\",\"ports\":[{\"port\":80,\"protocol\":\"TCP\"}]}]}").getListener("http");

        assertThat(before.getPort(80, Protocol.TCP)).isEqualTo(before.getPorts().get(0));
        assertThat(ListenerDiff.between(before, after).ports().added()).isEmpty();
        assertThat(ListenerDiff.between(before, after).ports().changed()).containsOnlyKeys(new Listener.PortKey(80, Protocol.TCP));
    }

    public static void what_changed_in_a_value_of_a_map_is_typed_too() throws Exception {
        Gateway before = gateway("{\"spec\":{\"routes\":{\"a\":{\"host\":\"x\",\"weight\":1},\"b\":{},\"c\":{\"host\":\"z\"},\"d\":null}}}");
        Gateway after = gateway("{\"spec\":{\"routes\":{\"a\":{\"host\":\"x\",\"weight\":2},\"c\":{\"host\":\"z\",\"weight\":null},\"d\":{}}}}");

        Map<String, RouteDiff> routes = GatewayDiff.between(before, after).spec().routes().changed();

        assertThat(routes).containsOnlyKeys("a");
        assertThat(routes.get("a").weight()).isEqualTo(new FieldChange<>(1L, 2L));
        assertThat(routes.get("a").host().isChanged()).isFalse();
        assertThat(GatewayDiff.between(before, after).spec().routes().added()).containsOnlyKeys("d");
        assertThat(GatewayDiff.between(before, after).spec().routes().removed()).containsOnlyKeys("b");
    }

    private static final class Operator implements GatewayHandler {
        private final List<Object> seen = new ArrayList<>();

        @Override
        public void onSpecListenersChange(
                Gateway gateway, KeyedListChange<String, Listener, ListenerDiff> listeners, UpdateContext context) {
            seen.add(listeners.added().keySet());
            listeners.changed().forEach((name, listener) -> seen.add(name + ": " + listener.ports().added().values()));
        }

        @Override
        public void onSpecRoutesChange(Gateway gateway, ObjectMapChange<Route, RouteDiff> routes, UpdateContext context) {
            seen.add(routes);
        }
    }

    public static void a_handler_of_a_field_is_given_the_change_that_the_diff_has() throws Exception {
        Gateway before = gateway("{\"spec\":{\"listeners\":[{\"name\":\"http\"}]}}");
        Gateway after = gateway("{\"spec\":{\"listeners\":[{\"name\":\"http\",\"ports\":[{\"port\":80}]},{\"name\":\"new\"}],\"routes\":{}}}");
        Operator operator = new Operator();

        List<Handler> handlers = new GatewayDispatch().handlersOf(operator);
        for (Handler handler : handlers) {
            handler.function().call(new Call(after, before, after));
        }
        handlers.get(0).function().call(new Call(after, null, after));

        assertThat(operator.seen).containsExactly(
                Set.of("new"), "http: [Port{port=80}]", GatewayDiff.between(before, after).spec().routes(), Set.of("http", "new"));
    }

    public static void a_lambda_of_a_field_is_given_it_too() throws Exception {
        Gateway before = gateway("{\"pools\":[{\"name\":\"p\",\"size\":1}]}");
        Gateway after = gateway("{\"pools\":[{\"name\":\"p\",\"size\":2}]}");
        List<Handler> handlers = GatewayDispatch.on()
                .poolsChange("grow", (gateway, pools, context) -> pools.changed().get("p").size().toString())
                .handlers();

        assertThat(handlers.get(0).function().call(new Call(after, before, after))).isEqualTo("1 -> 2");
    }

    /** Each listener is worked on by itself, and is what the CRD says of it. */
    private static final class Opening implements GatewayHandler {
        private final Map<String, Integer> opened = new LinkedHashMap<>();

        @Override
        public void onSpecListenersChange(
                Gateway gateway, KeyedListChange<String, Listener, ListenerDiff> listeners, UpdateContext context) {
            context.subHandlers(listeners.newValue(), Listener::getName, (listener, sub) -> opened.put(
                    listener.getName(), listener.getPorts().get(0).getPort()));
        }
    }

    public static void a_sub_handler_for_each_item_is_given_its_type() throws Exception {
        Gateway gateway = gateway("{\"spec\":{\"listeners\":[{\"name\":\"a\",\"ports\":[{\"port\":80}]},{\"name\":\"b\",\"ports\":[{\"port\":81}]}]}}");
        Opening handler = new Opening();
        List<String> ids = new ArrayList<>();
        UpdateContext context = (UpdateContext) Proxy.newProxyInstance(
                KeysUse.class.getClassLoader(), new Class<?>[] {UpdateContext.class}, (proxy, method, args) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, method, args);
                    }
                    ids.add(((HandlerOptions) args[0]).id().toString());
                    return ((SubHandlerFunction) args[1]).apply(null);
                });

        handler.onSpecListenersChange(
                gateway, GatewayDiff.between(new Gateway(), gateway).spec().listeners(), context);

        assertThat(handler.opened).containsExactly(Map.entry("a", 80), Map.entry("b", 81));
        assertThat(ids).containsExactly("a", "b");
    }

    public static void a_diff_of_what_did_not_change_allocates_next_to_nothing() throws Exception {
        String items = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"name\":\"l" + i + "\",\"ports\":[{\"port\":" + i + ",\"protocol\":\"TCP\"}]}")
                .collect(Collectors.joining(",", "[", "]"));
        String json = "{\"spec\":{\"rule\":\"r\",\"listeners\":" + items + ",\"routes\":{\"a\":{\"weight\":1}}}}";
        Gateway before = gateway(json);
        Gateway after = gateway(json);

        // Of 2,000 objects in lists none is made.
        assertThat(allocatedBy(() -> GatewayDiff.between(before, after))).isLessThan(200);
        assertThat(allocatedBy(() -> GatewayDiff.between(before, after).isChanged())).isLessThan(3_000);
        assertThat(allocatedBy(() -> GatewayDiff.between(before, after).spec().isChanged())).isLessThan(1_000);
        assertThat(allocatedBy(() -> GatewayDiff.between(before, after).spec().listeners().isChanged())).isLessThan(1_000);
        assertThat(allocatedBy(() -> GatewayDiff.between(before, after).spec().routes().isChanged())).isLessThan(1_000);
        assertThat(GatewayDiff.between(before, after).isChanged()).isFalse();
    }

    /** Bytes per run; what compilers and class loading do at the first runs is left out. */
    private static long allocatedBy(Supplier<?> action) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int runs = 200;
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = threads.getCurrentThreadAllocatedBytes();
            for (int run = 0; run < runs; run++) {
                action.get();
            }
            least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - start) / runs);
        }
        return least;
    }
}
