package dev.kopf.runtime.resource;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes objects that have nothing but what is read into them: some classes of fabric8's have an apiVersion or a kind from the start. */
final class BareObjects extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    private static final JsonMapper WRITER = new JsonMapper();

    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config, BeanDescription bean, BeanDeserializerBuilder builder) {
        ValueInstantiator instantiator = builder.getValueInstantiator();
        if (KubernetesResource.class.isAssignableFrom(bean.getBeanClass()) && instantiator.canCreateUsingDefault()) {
            JsonNode fresh = WRITER.valueToTree(bean.instantiateBean(true));
            List<SettableBeanProperty> preset = new ArrayList<>();
            builder.getProperties().forEachRemaining(property -> {
                if (fresh.has(property.getName()) && !property.getType().isPrimitive()) {
                    preset.add(property);
                }
            });
            if (!preset.isEmpty()) {
                builder.setValueInstantiator(new Bare(instantiator, preset));
            }
        }
        return builder;
    }

    private static final class Bare extends ValueInstantiator.Delegating {
        private static final long serialVersionUID = 1L;

        private final transient List<SettableBeanProperty> preset;

        Bare(ValueInstantiator delegate, List<SettableBeanProperty> preset) {
            super(delegate);
            this.preset = preset;
        }

        @Override
        public Object createUsingDefault(DeserializationContext context) throws IOException {
            Object object = delegate().createUsingDefault(context);
            for (SettableBeanProperty property : preset) {
                property.set(object, null);
            }
            return object;
        }
    }
}
