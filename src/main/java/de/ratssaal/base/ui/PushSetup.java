package de.ratssaal.base.ui;

import com.vaadin.flow.spring.SpringServlet;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How what is pushed gets to the browsers: by few threads that do not wait long. As the library comes, each of 200 threads
 * stays with one window for 100 ms after it has written to it, so that the 201st window waits for that.
 */
@Configuration
class PushSetup {

    private static final Map<String, String> SETTINGS = Map.of(
            "org.atmosphere.cpr.broadcaster.maxAsyncWriteThreads", "64",
            "org.atmosphere.cpr.Broadcaster.threadWaitTime", "10");

    @Bean
    static BeanPostProcessor pushByFewThreads() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof ServletRegistrationBean<?> registration
                        && registration.getServlet() instanceof SpringServlet) {
                    SETTINGS.forEach(registration::addInitParameter);
                }
                return bean;
            }
        };
    }
}
