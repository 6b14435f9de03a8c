package dev.kopf.runtime;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.ChangeFunction;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.HandlerRegistration;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

/** Handlers of widgets by lambda, as generated code would have them. */
public final class WidgetHandlers
        extends HandlerRegistration<GenericKubernetesResource, FieldChange<GenericKubernetesResource>, WidgetHandlers> {

    public static final ResourceKind KIND = ResourceKind.namespaced("example.org", "v1", "Widget", "widgets")
            .withSecrets(FieldPath.of("spec", "password"));

    private WidgetHandlers() {
        super(KIND, GenericKubernetesResource.class, FieldChange::new);
    }

    public static WidgetHandlers on() {
        return new WidgetHandlers();
    }

    public WidgetHandlers size(String id, ChangeFunction<GenericKubernetesResource, FieldChange<String>> function) {
        return size(HandlerOptions.of(id), function);
    }

    public WidgetHandlers size(
            HandlerOptions options, ChangeFunction<GenericKubernetesResource, FieldChange<String>> function) {
        return field(
                options,
                FieldPath.of("spec", "size"),
                diff -> new FieldChange<>(sizeOf(diff.oldValue()), sizeOf(diff.newValue())),
                function);
    }

    private static @Nullable String sizeOf(@Nullable GenericKubernetesResource widget) {
        return widget == null ? null : widget.get("spec", "size");
    }

    @Override
    protected WidgetHandlers self() {
        return this;
    }
}
