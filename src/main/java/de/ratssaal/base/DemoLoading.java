package de.ratssaal.base;

import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.util.StopWatch;

/** Loads the demo city when the application has started. */
@Component
@Profile("demo")
class DemoLoading implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoading.class);

    private final ObjectProvider<DemoContent> contents;

    DemoLoading(ObjectProvider<DemoContent> contents) {
        this.contents = contents;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var watch = new StopWatch();
        watch.start();
        contents.stream().sorted(Comparator.comparingInt(DemoContent::order)).forEach(DemoContent::load);
        watch.stop();
        LOG.info("The demo city is there; loading took {} ms", watch.getTotalTimeMillis());
    }
}
