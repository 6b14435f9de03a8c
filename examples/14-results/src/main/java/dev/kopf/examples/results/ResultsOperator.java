package dev.kopf.examples.results;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleDispatch;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.time.Duration;

/** Two handlers that talk through the status: a Job needs to know the name of a volume that the other one makes. */
public final class ResultsOperator {

    private ResultsOperator() {}

    public static void main(String[] args) {
        Kopf.main(args, handlers());
    }

    static HandlerSource handlers() {
        return KopfExampleDispatch.on().create("job", ResultsOperator::job).create("volume", ResultsOperator::volume);
    }

    /** What it returns is kept in {@code status.volume}, for whoever reads the object from then on. */
    private static Object volume(KopfExample example, CreateContext ctx) {
        PersistentVolumeClaim volume = ctx.adopt(new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName(nameOf(example, "volume"))
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withNewResources()
                .addToRequests("storage", new Quantity("1Gi"))
                .endResources()
                .endSpec()
                .build());
        if (ctx.client().resource(volume).get() == null) {
            ctx.client().resource(volume).create();
        }
        return volume.getMetadata().getName();
    }

    private static Object job(KopfExample example, CreateContext ctx) {
        if (!(example.getStatus().asMap().get("volume") instanceof String volume)) {
            throw new TemporaryException("There is no volume yet.", Duration.ofMillis(500));
        }
        Job job = ctx.adopt(new JobBuilder()
                .withNewMetadata()
                .withName(nameOf(example, "job"))
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewSpec()
                .withRestartPolicy("Never")
                .addNewContainer()
                .withName("main")
                .withImage("busybox")
                .withCommand("touch", "/data/here")
                .addNewVolumeMount()
                .withName("data")
                .withMountPath("/data")
                .endVolumeMount()
                .endContainer()
                .addNewVolume()
                .withName("data")
                .withNewPersistentVolumeClaim(volume, false)
                .endVolume()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());
        if (ctx.client().resource(job).get() == null) {
            ctx.client().resource(job).create();
        }
        return job.getMetadata().getName();
    }

    /** Another one for each object, also of the same name, and the same at each attempt. */
    private static String nameOf(KopfExample example, String what) {
        return example.getMetadata().getName() + "-" + what + "-"
                + example.getMetadata().getUid().substring(0, 8);
    }
}
