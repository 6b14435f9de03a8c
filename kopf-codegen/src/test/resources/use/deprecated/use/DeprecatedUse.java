package use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.example.v1.Mailbox;
import dev.kopf.example.v1.MailboxDiff;
import dev.kopf.example.v1.MailboxDispatch;
import dev.kopf.example.v1.MailboxHandler;
import dev.kopf.example.v1.MailboxSpec;
import dev.kopf.example.v1.MailboxSpecDiff;
import dev.kopf.example.v1.mailbox.Folder;
import dev.kopf.example.v1.mailbox.Rule;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

public final class DeprecatedUse {

    private static List<String> deprecated(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Deprecated.class))
                .map(Method::getName)
                .distinct()
                .sorted()
                .toList();
    }

    public static void all_that_stands_for_a_deprecated_field_is_deprecated() {
        assertThat(deprecated(MailboxSpec.class)).containsExactly("getFolder", "getHost", "getHostOrDefault");
        assertThat(deprecated(MailboxSpec.Builder.class)).containsExactly("folder", "host");
        assertThat(deprecated(MailboxSpecDiff.class)).containsExactly("folder", "host");
        assertThat(deprecated(MailboxHandler.class)).containsExactly("onSpecFolderChange", "onSpecHostChange");
        assertThat(deprecated(MailboxDispatch.Registration.class)).containsExactly("specFolderChange", "specHostChange");
        assertThat(deprecated(Folder.class)).containsExactly("getName");
        assertThat(deprecated(Mailbox.class)).containsExactly("getQuota", "setQuota");
        assertThat(deprecated(Mailbox.Builder.class)).containsExactly("quota");
        assertThat(deprecated(MailboxDiff.class)).containsExactly("quota");
    }

    public static void a_deprecated_key_still_finds_its_item() {
        MailboxSpec spec = MailboxSpec.builder().rules(List.of(new Rule(Rule.builder().field("id", "a").build().asMap()))).build();

        assertThat(spec.getRule("a")).isNotNull();
    }
}
