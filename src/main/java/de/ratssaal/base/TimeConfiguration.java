package de.ratssaal.base;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one clock. Times are UTC; views show them in the body's zone. */
@Configuration
class TimeConfiguration {

    @Bean
    @Profile("!demo")
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Commands run without the jobs, beside an instance that runs them. */
    @Configuration
    @EnableScheduling
    @ConditionalOnBooleanProperty(name = "ratssaal.jobs", matchIfMissing = true)
    static class Jobs {}
}
