package de.ratssaal.base;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;

/**
 * Runs a {@link Command} instead of the application when the first argument is a word and not an option.
 *
 * <p>Only the beans that the command needs are made. Scheduled jobs, runners and whatever waits for the application to be
 * ready stay still, and the schema of a database in use is never changed.
 */
public final class CommandLine {

    /** They ask for a web application without saying so. */
    private static final String ONLY_FOR_THE_WEB =
            "com.vaadin.flow.spring.SpringBootAutoConfiguration,com.vaadin.flow.spring.SpringSecurityAutoConfiguration";

    private CommandLine() {}

    /** Whether the arguments call a command, such as {@code audit verify}, and not the application. */
    public static boolean asksFor(String... arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-");
    }

    /**
     * @param application main class of the application
     * @param arguments the command's name and its own arguments
     * @return exit code for the process
     */
    public static int run(Class<?> application, String... arguments) {
        var call = new Call(List.of(arguments));
        try {
            new SpringApplicationBuilder(application)
                    .web(WebApplicationType.NONE)
                    .logStartupInfo(false)
                    .properties("logging.threshold.console=ERROR")
                    .initializers(CommandLine::prepare)
                    .listeners(call)
                    .run(
                            "--spring.main.lazy-initialization=true",
                            "--spring.autoconfigure.exclude=" + ONLY_FOR_THE_WEB,
                            "--spring.modulith.events.republish-outstanding-events-on-restart=false",
                            "--ratssaal.jobs=false");
        } catch (SpringApplication.AbandonedRunException e) {
            return call.exitCode;
        } catch (RuntimeException e) {
            System.err.printf("%s: %s%n", String.join(" ", arguments), NestedExceptionUtils.getMostSpecificCause(e));
            return Command.IMPOSSIBLE;
        }
        throw new IllegalStateException("the command did not end the application");
    }

    /** A command beside a running instance uses that instance's embedded database. */
    private static void prepare(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var data = Launch.dataFolder(environment);
        Installation.remembered(data)
                .filter(it -> it == Installation.DEMO)
                .ifPresent(it -> environment.addActiveProfile(Installation.DEMO_PROFILE));
        if (environment.getProperty("ratssaal.db.url", "").isBlank()) {
            EmbeddedDatabase.addressOfRunning(data)
                    .ifPresent(url -> environment
                            .getPropertySources()
                            .addFirst(new MapPropertySource(
                                    "running instance",
                                    Map.of(
                                            "ratssaal.db.url",
                                            url,
                                            "ratssaal.db.user",
                                            EmbeddedDatabase.USER,
                                            "ratssaal.db.password",
                                            EmbeddedDatabase.passwordOf(data)))));
        }
    }

    /** Runs the command when the context is there, before any runner, and ends the application. */
    private static final class Call implements ApplicationListener<ApplicationStartedEvent> {

        private final List<String> arguments;
        private int exitCode = Command.IMPOSSIBLE;

        Call(List<String> arguments) {
            this.arguments = arguments;
        }

        @Override
        public void onApplicationEvent(ApplicationStartedEvent event) {
            try (var context = event.getApplicationContext()) {
                exitCode = run(context);
            }
            throw new SpringApplication.AbandonedRunException();
        }

        private int run(ApplicationContext context) {
            var commands = context.getBeansOfType(Command.class).values();
            for (var command : commands) {
                if (command.name().equals(arguments.getFirst())) {
                    return command.run(arguments.subList(1, arguments.size()));
                }
            }
            System.err.printf(
                    "There is no command \"%s\". Known are: %s.%n",
                    arguments.getFirst(),
                    String.join(
                            ", ",
                            commands.stream()
                                    .map(Command::name)
                                    .sorted(Comparator.naturalOrder())
                                    .toList()));
            return Command.IMPOSSIBLE;
        }
    }
}
