package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.json.Json;
import dev.kopf.apiserver.json.Trees;

/** Pods and jobs: the defaults that people and tools look at. */
final class WorkloadRules {

    private WorkloadRules() {}

    private static final String OF_PODS = """
            {"restartPolicy": "Always", "enableServiceLinks": true, "preemptionPolicy": "PreemptLowerPriority", "priority": 0,
             "tolerations": [
               {"key": "node.kubernetes.io/not-ready", "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 300},
               {"key": "node.kubernetes.io/unreachable", "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 300}
             ]}""";

    /** Pods wait for a node. */
    static final class Pods implements KindRules {

        @Override
        public void prepareForCreate(ObjectNode pod, String now) {
            podDefaults(Trees.objectIn(pod, "spec"));
            defaults(Trees.objectIn(pod, "spec"), OF_PODS);
            pod.putObject("status").put("phase", "Pending").put("qosClass", "BestEffort");
        }
    }

    /** Jobs carry the labels by which their pods are found. */
    static final class Jobs implements KindRules {

        @Override
        public void prepareForCreate(ObjectNode job, String now) {
            ObjectNode spec = Trees.objectIn(job, "spec");
            defaults(
                    spec,
                    "{\"parallelism\":1,\"completions\":1,\"backoffLimit\":6,\"completionMode\":\"NonIndexed\","
                            + "\"suspend\":false,\"manualSelector\":false,\"podReplacementPolicy\":\"TerminatingOrFailed\"}");
            ObjectNode template = Trees.objectIn(spec, "template");
            label(Meta.of(job), job);
            label(Trees.objectIn(template, "metadata"), job);
            if (!spec.has("selector")) {
                Trees.objectIn(Trees.objectIn(spec, "selector"), "matchLabels")
                        .put("batch.kubernetes.io/controller-uid", Meta.uid(job));
            }
            podDefaults(Trees.objectIn(template, "spec"));
            job.putObject("status");
        }

        private static void label(ObjectNode metadata, ObjectNode job) {
            Trees.objectIn(metadata, "labels")
                    .put("batch.kubernetes.io/controller-uid", Meta.uid(job))
                    .put("batch.kubernetes.io/job-name", Meta.name(job))
                    .put("controller-uid", Meta.uid(job))
                    .put("job-name", Meta.name(job));
        }
    }

    private static void podDefaults(ObjectNode spec) {
        defaults(
                spec,
                "{\"terminationGracePeriodSeconds\":30,\"dnsPolicy\":\"ClusterFirst\",\"securityContext\":{},"
                        + "\"schedulerName\":\"default-scheduler\"}");
        for (JsonNode container : spec.path("containers")) {
            if (container instanceof ObjectNode object) {
                defaults(
                        object,
                        "{\"resources\":{},\"terminationMessagePath\":\"/dev/termination-log\","
                                + "\"terminationMessagePolicy\":\"File\",\"imagePullPolicy\":\""
                                + pullPolicy(Trees.text(object, "image")) + "\"}");
            }
        }
    }

    private static String pullPolicy(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        return name.contains(":") && !name.endsWith(":latest") ? "IfNotPresent" : "Always";
    }

    private static void defaults(ObjectNode object, String json) {
        Json.parse(json).properties().forEach(entry -> Trees.putIfAbsent(object, entry.getKey(), entry.getValue()));
    }
}
