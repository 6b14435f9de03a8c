package use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.example.v1.Fleet;
import dev.kopf.example.v1.FleetDispatch;
import dev.kopf.example.v1.FleetHandler;
import dev.kopf.example.v1.FleetSpec;
import dev.kopf.example.v1.fleet.Template;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.UpdateContext;
import dev.kopf.runtime.resource.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** What an author does with deeper fields. */
public final class FieldsUse {

    private FieldsUse() {}

    private static Fleet fleet(int replicas) {
        Template template = Template.builder().replicas(replicas).build();
        return Fleet.builder().spec(FleetSpec.builder().template(template).build()).build();
    }

    public static void a_deeper_field_has_a_handler_method() throws Exception {
        List<String> seen = new ArrayList<>();
        FleetHandler handler = new FleetHandler() {
            @Override
            public Boolean onSpecTemplateReplicas2Change(
                    Fleet fleet, FieldChange<Integer> replicas, UpdateContext context) {
                seen.add(replicas.oldValue() + " -> " + replicas.newValue());
                return true;
            }
        };

        List<Handler> handlers = new FleetDispatch().handlersOf(handler);
        Object result = handlers.get(0).function().call(new Call(fleet(2), fleet(1), fleet(2)));
        handlers.get(0).function().call(new Call(fleet(2), new Fleet(), fleet(2)));

        assertThat(handlers).hasSize(1);
        assertThat(handlers.get(0).field()).isEqualTo(FieldPath.of("spec", "template", "replicas"));
        assertThat(result).isEqualTo(true);
        assertThat(seen).containsExactly("1 -> 2", "null -> 2");
    }

    public static void the_way_to_a_deeper_field_may_be_absent_anywhere() throws Exception {
        List<Object> seen = new ArrayList<>();
        Handler handler = FleetDispatch.on()
                .specTemplateABCChange("c", (fleet, change, context) -> {
                    seen.add(change.oldValue());
                    return null;
                })
                .handlers()
                .get(0);

        handler.function().call(new Call(fleet(2), new Fleet(), fleet(2)));
        handler.function().call(new Call(fleet(2), fleet(1), fleet(2)));

        assertThat(handler.field()).isEqualTo(FieldPath.of("spec", "template", "a.b", "c"));
        assertThat(seen).containsExactly(null, null);
    }
}
