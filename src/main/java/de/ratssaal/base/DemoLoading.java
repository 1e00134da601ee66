package de.ratssaal.base;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.StopWatch;

/** Loads the demo city when the application has started. */
@Component
@Profile("demo")
class DemoLoading implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoading.class);

    /** Long enough for a meeting to be prepared, held and looked back upon. */
    private static final Duration STORY = Duration.ofDays(70);

    private final ObjectProvider<DemoContent> contents;
    private final DemoClock clock;

    DemoLoading(ObjectProvider<DemoContent> contents, DemoClock clock) {
        this.contents = contents;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var watch = new StopWatch();
        clock.beginBefore(STORY);
        contents.stream().sorted(Comparator.comparingInt(DemoContent::order)).forEach(it -> {
            watch.start(ClassUtils.getUserClass(it).getSimpleName());
            it.load();
            watch.stop();
        });
        clock.arrive();
        LOG.info(
                "The demo city is there; loading took {} ms: {}",
                watch.getTotalTimeMillis(),
                Arrays.stream(watch.getTaskInfo())
                        .map(it -> it.getTaskName() + " " + it.getTimeMillis())
                        .collect(Collectors.joining(", ")));
    }
}
