package dev.kopf.runtime.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SimulationTest {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();
    private final Deque<Carrier> carriers = new ArrayDeque<>();

    @BeforeEach
    void be_silent() {
        Simulation.silence();
    }

    @AfterEach
    void be_loud() {
        root.setLevel(level);
    }

    @Test
    void a_seed_decides_everything_to_the_last_byte() {
        for (long seed = 1; seed <= 30; seed++) {
            String first = words(seed);
            assertThat(first).contains("all faults are over");
            assertThat(words(seed)).as("seed " + seed).isEqualTo(first);
        }
    }

    private String words(long seed) {
        return History.play(PlanMaker.of(seed), carriers, true).words();
    }
}
