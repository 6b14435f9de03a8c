package use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.example.v1.BackupSpec;
import dev.kopf.example.v1.backup.Loose;
import dev.kopf.example.v1.backup.OneOf;
import dev.kopf.example.v1.backup.Schedule;
import dev.kopf.example.v1.backup.Target;
import java.lang.reflect.Method;

public final class UnionsUse {

    private static String kindOf(BackupSpec spec) {
        BackupSpec.OneOf which = spec.oneOf();
        if (which == null) {
            return "broken";
        }
        return switch (which) {
            case FULL -> "full";
            case FROM_SNAPSHOT -> "from " + spec.getFromSnapshot();
        };
    }

    public static void a_switch_tells_which_one_is_set() {
        assertThat(kindOf(BackupSpec.builder().full(true).build())).isEqualTo("full");
        assertThat(kindOf(BackupSpec.builder().fromSnapshot("s").build())).isEqualTo("from s");
    }

    public static void none_and_both_are_neither() {
        assertThat(kindOf(BackupSpec.builder().build())).isEqualTo("broken");
        assertThat(kindOf(BackupSpec.builder().full(false).fromSnapshot("s").build())).isEqualTo("broken");
        assertThat(kindOf(BackupSpec.builder().field("full", null).fromSnapshot("s").build())).isEqualTo("from s");
    }

    public static void an_object_may_have_several() {
        Target target = Target.builder().gcs("g").keyRef("k").build();

        assertThat(target.oneOfS3OrGcsOrOneOf()).isEqualTo(Target.OneOfS3OrGcsOrOneOf.GCS);
        assertThat(target.oneOfKeyOrKeyRef()).isEqualTo(Target.OneOfKeyOrKeyRef.KEY_REF);
        assertThat(Target.builder().s3("s").build().oneOfKeyOrKeyRef()).isNull();
    }

    public static void a_rule_in_cel_says_it_too() {
        assertThat(Schedule.builder().at("noon").build().oneOf()).isEqualTo(Schedule.OneOf.AT);
    }

    public static void a_class_of_the_same_name_is_told_apart() {
        OneOf nested = OneOf.builder().oneOf("text").build();
        Target target = Target.builder().oneOf(nested).build();

        assertThat(target.getOneOf()).isEqualTo(nested);
        assertThat(target.oneOfS3OrGcsOrOneOf()).isEqualTo(Target.OneOfS3OrGcsOrOneOf.ONE_OF);
    }

    public static void where_others_may_be_set_beside_it_there_is_no_union() {
        assertThat(Loose.class.getMethods()).extracting(Method::getName).contains("getA").doesNotContain("oneOf");
    }
}
