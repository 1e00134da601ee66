package de.ratssaal.base;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Starts the application for people: decides whether this is the demo city, and says where to go when it is ready. */
public final class Launch {

    /** Option that declines the demo city. */
    static final String EMPTY = "--empty";

    private Launch() {}

    /**
     * Returns when the application is ready; it runs until the process is told to stop.
     *
     * @param application main class of the application
     * @param arguments options of the command line
     */
    public static void run(Class<?> application, String... arguments) {
        var words = List.of(arguments);
        var spring = new SpringApplication(application);
        spring.addListeners(new ChooseInstallation(words.contains(EMPTY)));
        var context = spring.run(words.stream().filter(it -> !it.equals(EMPTY)).toArray(String[]::new));
        greet(context, System.out);
    }

    static Path dataFolder(Environment environment) {
        return Path.of(environment.getProperty("ratssaal.data", RatssaalProperties.DATA))
                .toAbsolutePath()
                .normalize();
    }

    private static void greet(ApplicationContext context, PrintStream terminal) {
        var environment = context.getEnvironment();
        var address = "http://localhost:" + environment.getProperty("local.server.port");
        terminal.printf("""

                Ratssaal is ready.

                  Public portal          %s
                  Members' application   %s/app
                """, address, address);
        context.getBeanProvider(StartNotice.class)
                .orderedStream()
                .map(StartNotice::lines)
                .forEach(lines -> print(lines, terminal));
        terminal.printf("%n  The data is kept in %s. Ctrl-C stops Ratssaal.%n%n", dataFolder(environment));
    }

    private static void print(List<String> lines, PrintStream terminal) {
        if (!lines.isEmpty()) {
            terminal.printf("%n  %s%n", lines.getFirst());
            lines.stream().skip(1).forEach(line -> terminal.printf("    %s%n", line));
        }
    }

    /** Before any setting is read, so that settings of the demo city alone are read too. */
    private record ChooseInstallation(boolean emptyWanted)
            implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            var environment = event.getEnvironment();
            var folder = dataFolder(environment);
            requireWritable(folder);
            ProcessFolder.use(folder);
            if (Installation.decide(folder, emptyWanted) == Installation.DEMO) {
                environment.addActiveProfile(Installation.DEMO_PROFILE);
            }
        }

        private static void requireWritable(Path folder) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw notWritable(folder);
            }
            if (!Files.isWritable(folder)) {
                throw notWritable(folder);
            }
        }

        private static StartRefused notWritable(Path folder) {
            return new StartRefused(
                    "The data folder %s cannot be written.".formatted(folder),
                    "Make it writable for the user who starts Ratssaal, or choose another with RATSSAAL_DATA.");
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }
}
