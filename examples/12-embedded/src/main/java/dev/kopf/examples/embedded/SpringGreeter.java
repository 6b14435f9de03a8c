package dev.kopf.examples.embedded;

import dev.kopf.runtime.Operator;
import dev.kopf.runtime.Settings;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** An application of Spring Boot: the operator is a bean, which is started and stopped with the others. */
@Configuration(proxyBeanMethods = false)
public class SpringGreeter {

    /** What the handlers use; it is still there when the last of them ends, as they depend on it. */
    record Greetings(String word) {}

    /** The handlers, which are given what they use. */
    record Handlers(Greetings greetings) implements KopfExampleHandler {

        @Override
        public Object onCreate(KopfExample example, CreateContext ctx) {
            return greetings.word() + ", " + example.getSpec().getField() + "!";
        }
    }

    /** Takes the path of a kubeconfig. */
    public static void main(String[] args) throws Exception {
        start(Files.readString(Path.of(args[0])), "default");
    }

    /**
     * Returns when the application is at work; closing what it returns, or the end of the process, stops it.
     *
     * @param kubeconfig the text of a kubeconfig
     * @param namespace where the operator works
     */
    static ConfigurableApplicationContext start(String kubeconfig, String namespace) {
        SpringApplication application = new SpringApplication(SpringGreeter.class);
        application.setBannerMode(Banner.Mode.OFF);
        return application.run("--cluster.kubeconfig=" + kubeconfig, "--cluster.namespace=" + namespace);
    }

    @Bean
    Greetings greetings() {
        return new Greetings("Hello");
    }

    @Bean
    Handlers handlers(Greetings greetings) {
        return new Handlers(greetings);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Operator operator(Handlers handlers, Environment environment) {
        return Operator.builder()
                .handlers(handlers)
                .settings(Settings.defaults().withPeering(Settings.Peering.DEFAULTS.withStandalone(true)))
                .namespaces(List.of(environment.getRequiredProperty("cluster.namespace")))
                .kubeconfig(environment.getRequiredProperty("cluster.kubeconfig"))
                .build();
    }
}
